import { steps } from '../story-facts.ts';
import { Embedded, expect, test } from './embed-test.ts';
import { articleWith } from './host-pages.ts';
import { snippet } from './snippets.ts';

test.use({ savesData: true });

/** Posts junk and near misses to a frame from the page, or a window within the page, that runs this. */
function pester(count: number, target: Window): void {
  const values = [0, -1, 1e9, NaN, '7', null, {}, [], true, 'x'.repeat(500), { offset: 3 }];
  const types = ['hello', 'scroll', 'go', 'height', 'step', '__proto__', 'constructor', 4, null];
  for (let i = 0; i < count; i++) {
    const pick = <T>(from: readonly T[], by: number) => from[Math.floor(i / by) % from.length];
    target.postMessage(
      {
        fulcrum: pick([1, 1, 2, '1'], 3),
        type: pick(types, 1),
        offset: pick(values, 2),
        step: pick(values, 3),
        events: pick(values, 5)
      },
      '*'
    );
    target.postMessage(pick(values, 1), '*');
  }
}

test('junk leaves a led story in range and in one piece, and a stranger moves nothing', async ({
  page,
  site,
  serve
}) => {
  const stranger = `<!doctype html><title>stranger</title><script>${pester.toString()}
    addEventListener('message', ({ data }) => {
      const frame = parent.frames[0];
      if (data === 'pester') pester(200, frame);
      if (data === 'pester') frame.postMessage({ fulcrum: 1, type: 'scroll', offset: 20000 }, '*');
      parent.postMessage('done', '*');
    });</script>`;
  const strangers = await serve({ '/': stranger });
  const code = snippet(site, 'scroll').replace(
    '<iframe',
    '<iframe data-fulcrum-events="step source"'
  );
  const host = articleWith(`${code}<iframe id="stranger" src="${strangers}/"></iframe>`);
  await page.goto(`${await serve({ '/': host })}/`);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('fulcrum', (event) => heard.push((event as CustomEvent).detail));
  });
  const embedded = await Embedded.in(page, page.locator('iframe').first());
  await embedded.isLed();
  await embedded.scrollTo(5000);
  // The frame has scrolled; its story follows.
  await expect.poll(() => embedded.position()).toBeGreaterThan(1);
  const there = await embedded.position();

  await page.locator('#stranger').evaluate(
    (frame: HTMLIFrameElement) =>
      new Promise((done) => {
        addEventListener('message', ({ data }) => data === 'done' && done(null));
        frame.contentWindow!.postMessage('pester', '*');
      })
  );
  await embedded.agrees();
  expect(await embedded.position()).toBe(there);

  await page.evaluate(
    `(${pester.toString()})(300, document.querySelector('iframe').contentWindow)`
  );
  await page.evaluate(`(${pester.toString()})(300, window)`);
  await embedded.scrollTo(9000);
  await expect.poll(() => embedded.position()).toBeGreaterThan(there);
  expect(await embedded.position()).toBeLessThanOrEqual(steps.length - 1);

  // What the page has asked to hear of, and no more.
  const heard = (await page.evaluate('heard')) as { type: string; step?: string }[];
  expect(new Set(heard.map(({ type }) => type))).toEqual(new Set(['step']));
  const current = await embedded.step.getAttribute('data-step');
  expect(heard.at(-1)).toMatchObject({ step: current });
});

test('a page that sends the greeting itself leads a paged story to a step, and hears only what it asked for', async ({
  page,
  site,
  serve
}) => {
  await page.goto(`${await serve({ '/': articleWith(snippet(site, 'paged')) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isTurned();
  await page.evaluate(() => {
    const said: unknown[] = [];
    Object.assign(window, { said });
    addEventListener('message', ({ data }) => said.push(data));
    const { contentWindow } = document.querySelector('iframe')!;
    contentWindow!.postMessage({ fulcrum: 1, type: 'hello', scroll: false, events: [] }, '*');
    contentWindow!.postMessage({ fulcrum: 1, type: 'go', step: 'journey-denied' }, '*');
    contentWindow!.postMessage({ fulcrum: 1, type: 'go', step: 'no-such-step' }, '*');
  });
  await expect(embedded.step).toHaveAttribute('data-step', 'journey-denied');
  expect(await page.evaluate('said')).toEqual([{ fulcrum: 1, type: 'hello', steps: steps.length }]);
});
