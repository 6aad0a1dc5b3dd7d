import { articleWith, serveHost } from '../embed/host-pages.ts';
import { snippet } from '../embed/snippets.ts';
import { stepIndex, steps, storyPath } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';
import type { Tab } from './engine.ts';

// The story in a frame of another site’s article.

/** Opens an article with an embed; gives how it is closed. */
async function openArticle(tab: Tab, code: string): Promise<() => Promise<void>> {
  const host = await serveHost({ '/': articleWith(code) });
  await tab.resize(960, 600);
  await tab.open(`${host.origin}/`);
  await tab.evaluate(() => document.querySelector('iframe')!.scrollIntoView());
  return async () => {
    await tab.open('about:blank');
    await host.close();
  };
}

const stateIn = (tab: Tab) =>
  tab.evaluateInFrame(storyPath, () => ({
    map: document.querySelector('[data-map]')?.getAttribute('data-map') ?? null,
    position: Number(document.querySelector('[data-map]')?.getAttribute('data-position')),
    scrolled: scrollY
  }));

async function mapIsIdle(tab: Tab): Promise<void> {
  // A frame that has just come may still be on its way to its page: then there is nothing to look at yet.
  await expect(async () => expect((await stateIn(tab)).map).toBe('idle')).toPass({
    intervals: [50],
    timeout: 60_000
  });
}

/** How far the frame has come in the room that it was given, px. */
const offset = (tab: Tab) =>
  tab.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    const block = frame.parentElement!.getBoundingClientRect();
    return frame.getBoundingClientRect().top - block.top;
  });

test('the article’s own scroll leads the story to its end and on', async ({ newTab, baseURL }) => {
  const tab = await newTab();
  const close = await openArticle(tab, snippet(baseURL!, 'scroll'));
  await expect
    .poll(() => tab.evaluate(() => getComputedStyle(document.querySelector('iframe')!).position))
    .toBe('sticky');
  await mapIsIdle(tab);
  let last = -1;
  const lastPosition = steps.length - 1;
  for (let turns = 0; last < lastPosition; turns++) {
    expect(turns, 'turns of the wheel').toBeLessThan(100);
    await tab.wheel(last < 3 ? 500 : 2500, [480, 300]);
    await expect
      .poll(async () => Math.abs((await offset(tab)) - (await stateIn(tab)).scrolled))
      .toBeLessThan(2);
    const { position } = await stateIn(tab);
    expect(position).toBeGreaterThanOrEqual(last);
    last = position;
  }
  await mapIsIdle(tab);
  // At the story’s end the article goes on.
  const end = () =>
    tab.evaluate(
      () => document.querySelector('iframe')!.parentElement!.getBoundingClientRect().bottom
    );
  for (let turns = 0; (await end()) > 300; turns++) {
    expect(turns, 'turns of the wheel').toBeLessThan(100);
    await tab.wheel(1000, [480, 300]);
  }
  await close();
});

test('the story is turned by hand in its frame', async ({ newTab, baseURL }) => {
  const tab = await newTab();
  const close = await openArticle(tab, snippet(baseURL!, 'paged'));
  await mapIsIdle(tab);
  const shown = () =>
    tab.evaluateInFrame(
      storyPath,
      () => document.querySelector('article[data-step]')?.getAttribute('data-step') ?? null
    );
  for (const { id } of steps.slice(1, 4)) {
    // A passage has as many pages as it needs.
    for (let presses = 0; (await shown()) !== id; presses++) {
      expect(presses, `presses on the way to ${id}`).toBeLessThan(20);
      await tab.evaluateInFrame(storyPath, async () => {
        const next = '.turn button:last-of-type:not(:disabled)';
        document.querySelector<HTMLButtonElement>(next)?.click();
        await new Promise((done) => requestAnimationFrame(done));
      });
    }
    await expect.poll(async () => (await stateIn(tab)).position).toBe(stepIndex(id));
  }
  await mapIsIdle(tab);
  await close();
});
