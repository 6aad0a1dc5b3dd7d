import { layoutShift } from '../browser/layout-shift.ts';
import { Embedded, expect, test, wheelUntil } from './embed-test.ts';
import { difficultPages } from './difficult-pages.ts';
import { articleWith, stubSnippet, stubStory } from './host-pages.ts';
import { storyPath } from '../story-facts.ts';

/** The snippet without its script. */
const frameOf = (code: string) => code.replace(/\n<script.*$/, '');
const spacer = '<p style="height:120vh">The article goes on for a while.</p>';

test('a script that comes late and twice leads two frames, and nothing in the page shifts', async ({
  page,
  site,
  serve
}) => {
  const frame = frameOf(stubSnippet(await serve(stubStory), site));
  const url = await serve({ '/': articleWith(`${frame}${spacer}${frame}${spacer}`) });
  await page.goto(`${url}/`);
  const first = await Embedded.in(page, page.locator('iframe').first());
  // No page leads it yet: it is turned by hand, and what follows it stays where it is.
  await first.isTurned();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  for (let copies = 0; copies < 2; copies++) await page.addScriptTag({ url: `${site}embed.js` });
  await first.isLed();
  await first.scrollTo(5000);
  const second = await Embedded.in(page, page.locator('iframe').nth(1));
  await second.isLed();
  await second.scrollTo(9000);
  await expect.poll(() => second.position()).toBeGreaterThan(5);
  await second.agrees();
  // Each has its own place, whatever the other does.
  const there = await second.position();
  await first.scrollTo(5000);
  await expect.poll(() => first.position()).toBeLessThan(6);
  await second.scrollTo(9000);
  await expect.poll(() => second.position()).toBe(there);
  expect(await layoutShift(page)).toBe(0);
});

test('a frame in the reader’s view stays as it is until it is out of sight', async ({
  page,
  site,
  serve
}) => {
  // Low, so that the article goes on below it in the same window.
  const frame = frameOf(stubSnippet(await serve(stubStory), site)).replace(
    'height:100vh;height:100svh',
    'height:320px'
  );
  await page.goto(`${await serve({ '/': articleWith(frame + spacer) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.element.evaluate((element) =>
    scrollBy({ top: element.getBoundingClientRect().top - 60, behavior: 'instant' })
  );
  await embedded.isTurned();
  await page.addScriptTag({ url: `${site}embed.js` });
  const after = page.getByText('The article goes on for a while.');
  const before = (await after.boundingBox())!.y;
  await page.mouse.move(480, 500);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await after.boundingBox())!.y).toBe(before - 100);
  await embedded.isTurned();
  // Past it, it takes its room above the window.
  await page.mouse.wheel(0, 700);
  await expect.poll(async () => (await embedded.block()).bottom).toBeLessThan(0);
  await embedded.isLed();
  await expect
    .poll(async () => Math.abs((await after.boundingBox())!.y - before + 800))
    .toBeLessThan(1);
  expect(await layoutShift(page)).toBe(0);
});

test('a frame added to the page later is led too', async ({ page, site, serve }) => {
  const code = stubSnippet(await serve(stubStory), site);
  await page.goto(`${await serve({ '/': articleWith(`${spacer}<div id="late"></div>`) })}/`);
  await page.addScriptTag({ url: `${site}embed.js` });
  await page.locator('#late').evaluate(
    (late, html) => {
      late.innerHTML = html;
    },
    frameOf(code).replace('data-fulcrum-block', '')
  );
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  await embedded.scrollTo(4000);
  await expect.poll(() => embedded.position()).toBeGreaterThan(1);
});

test.describe('with a clock of its own', () => {
  // A clock is its context's.
  test.use({ ownContext: true });

  test('a frame that does not answer gets its own height back, and is led if it answers after all', async ({
    page,
    site,
    serve
  }) => {
    // As one whose host is down, or that has another version of the messages.
    const asleep = Object.fromEntries(
      Object.entries(stubStory).map(([path, html]) => [
        path,
        html.replace('data?.fulcrum !== 1', '!window.awake || data?.fulcrum !== 1')
      ])
    );
    const code = stubSnippet(await serve(asleep), site);
    await page.clock.install();
    await page.goto(`${await serve({ '/': articleWith(code + spacer) })}/`);
    const embedded = await Embedded.in(page);
    const rise = () => embedded.element.evaluate((frame) => frame.getBoundingClientRect().top);
    await expect.poll(async () => (await embedded.block()).height).toBeGreaterThan(5000);
    await embedded.element.evaluate((frame) => {
      scrollBy({ top: frame.getBoundingClientRect().top + 3000, behavior: 'instant' });
    });
    const before = await rise();
    await page.clock.runFor(20_000);
    await expect.poll(async () => (await embedded.block()).height).toBeLessThan(700);
    expect(Math.abs((await rise()) - before)).toBeLessThan(1);
    await embedded.isTurned();

    await embedded.frame.evaluate(() => Object.assign(window, { awake: true }));
    await page.clock.runFor(10_000);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await embedded.isLed();
  });
});

for (const [name, { head, around: [before, after] = ['', ''], rides }] of Object.entries(
  difficultPages
)) {
  test(`in a page ${name} the story ${rides ? 'follows' : 'stays paged'}`, async ({
    page,
    site,
    serve
  }) => {
    const code = before + stubSnippet(await serve(stubStory), site) + after;
    await page.goto(`${await serve({ '/': articleWith(code, head) })}/`);
    const embedded = await Embedded.in(page);
    await page.mouse.move(480, 300);
    if (rides) {
      await expect(embedded.frame.getByRole('button', { name: 'Contents' })).toBeVisible();
      await wheelUntil(page, 700, async () => (await embedded.position()) > 3);
      // By its own event: the driver's pointer misses what a page has zoomed.
      await embedded.frame.getByRole('link', { name: 'To 7' }).dispatchEvent('click');
      await expect(embedded.stage).toHaveAttribute('data-position', '7.000');
      // The page has come along: the frame fills what its bar leaves of the window, without a border.
      const box = (await embedded.element.boundingBox())!;
      const bar = await page
        .locator('header.site')
        .evaluate((each) => each.getBoundingClientRect());
      expect(Math.abs(box.y - Math.max(0, bar.bottom))).toBeLessThan(2);
      expect(Math.abs(box.y + box.height - 600)).toBeLessThan(2);
      expect(await embedded.element.evaluate((each: HTMLElement) => each.clientLeft)).toBe(0);
    } else {
      await embedded.isTurned();
      await embedded.element.evaluate((frame) => frame.scrollIntoView({ behavior: 'instant' }));
      const goesOn = page.getByText('By the middle of October the ferry ran again');
      await wheelUntil(page, 300, async () => (await goesOn.boundingBox())!.y < 500);
      await embedded.isTurned();
      expect((await embedded.block()).height).toBeLessThan(700);
    }
  });
}

test('a fold that opens lets the story follow, and one that shuts lets go of it', async ({
  page,
  site,
  serve
}) => {
  const code = stubSnippet(await serve(stubStory), site);
  const shut = 'max-height: 700px; overflow: hidden';
  const host = articleWith(`${spacer}<div id="fold" style="${shut}">${code}</div>${spacer}`);
  await page.goto(`${await serve({ '/': host })}/`);
  const fold = (style: string) =>
    page.locator('#fold').evaluate((each, css) => each.setAttribute('style', css), style);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const element = page.locator('iframe');
  await fold('');
  await expect
    .poll(() => element.evaluate((each) => getComputedStyle(each).position))
    .toBe('sticky');
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  await embedded.scrollTo(3000);
  await fold(shut);
  await embedded.isTurned();
  await expect.poll(async () => (await embedded.block()).height).toBeLessThan(700);
});

test('a bar that sticks to the window covers nothing, whether the page names its height or not', async ({
  page,
  site,
  serve
}) => {
  const code = stubSnippet(await serve(stubStory), site);
  const named = code.replace('<iframe', '<iframe data-fulcrum-top="80"');
  const lower =
    '<nav style="position:fixed;top:57px;left:0;right:0;height:30px;z-index:9">Live</nav>';
  for (const [html, top] of [
    [code, 57],
    [code + lower, 87],
    [named, 80]
  ] as const) {
    await page.goto(`${await serve({ '/': articleWith(html) })}/`);
    const embedded = await Embedded.in(page);
    await embedded.isLed();
    await page.evaluate(() => scrollBy({ top: 2500, behavior: 'instant' }));
    await expect
      .poll(() => embedded.element.evaluate((each) => Math.round(each.getBoundingClientRect().top)))
      .toBe(top);
    const { height } = (await embedded.element.boundingBox())!;
    expect(Math.round(height)).toBe(600 - top);
  }
});

test('each frame that a page takes away is forgotten, and a second copy of the script does nothing', async ({
  page,
  site,
  serve
}) => {
  const code = stubSnippet(await serve(stubStory), site);
  const frame = frameOf(code).replace('<iframe', '<iframe data-fulcrum-events="step"');
  await page.goto(`${await serve({ '/': articleWith(`<div id="slot"></div>${spacer}`) })}/`);
  for (let copies = 0; copies < 2; copies++) await page.addScriptTag({ url: `${site}embed.js` });
  const states = await page.evaluate(async (html) => {
    const slot = document.getElementById('slot')!;
    const gone: HTMLIFrameElement[] = [];
    for (let swaps = 0; swaps < 5; swaps++) {
      slot.innerHTML = html;
      gone.push(slot.querySelector('iframe')!);
      await new Promise((done) => setTimeout(done, 100));
      slot.innerHTML = '';
      await new Promise((done) => setTimeout(done, 100));
    }
    return gone.map((each) => [each.dataset['fulcrum'], each.style.position]);
  }, frame);
  // As they were before the script took them: it would take them again.
  expect(states).toEqual(Array(5).fill(['', '']));

  await page.locator('#slot').evaluate((slot, html) => {
    slot.innerHTML = html;
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    slot.addEventListener('fulcrum', (event) => heard.push((event as CustomEvent).detail));
  }, frame);
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  await embedded.frame.evaluate(() =>
    parent.postMessage({ fulcrum: 1, type: 'step', step: 'vienna', index: 3 }, '*')
  );
  await expect.poll(() => page.evaluate('heard.length')).toBe(1);
  expect(await page.evaluate('heard')).toEqual([{ type: 'step', step: 'vienna', index: 3 }]);
});

test('a page leads, releases and ends by the script’s own functions', async ({
  page,
  site,
  serve
}) => {
  const code = frameOf(stubSnippet(await serve(stubStory), site)).replace(' data-fulcrum ', ' ');
  await page.goto(`${await serve({ '/': articleWith(`${spacer}${code}${spacer}`) })}/`);
  await page.addScriptTag({ url: `${site}embed.v1.js` });
  const embedded = await Embedded.in(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await embedded.element.evaluate((frame: HTMLIFrameElement) => window.fulcrum!.mount(frame));
  await embedded.isLed();
  await embedded.element.evaluate((frame: HTMLIFrameElement) => window.fulcrum!.release(frame));
  await embedded.isTurned();
  expect((await embedded.block()).height).toBeLessThan(700);
  await embedded.element.evaluate((frame: HTMLIFrameElement) => window.fulcrum!.mount(frame));
  await embedded.isLed();
  await page.evaluate(() => window.fulcrum!.destroy());
  await embedded.isTurned();
  expect(await page.evaluate(() => 'fulcrum' in window)).toBe(false);
  await embedded.element.evaluate((frame: HTMLIFrameElement) => (frame.dataset['fulcrum'] = ''));
  await page.addScriptTag({ url: `${site}embed.js` });
  await embedded.isLed();
});

test('an element of the page’s own stands for the snippet, and its link for the element', async ({
  page,
  site,
  serve
}) => {
  const stories = await serve(stubStory);
  const html = `${spacer}<fulcrum-story src="${stories}${storyPath}" theme="dark"><a href="/">A story</a></fulcrum-story>${spacer}`;
  await page.goto(`${await serve({ '/': articleWith(html) })}/`);
  await expect(page.getByRole('link', { name: 'A story' })).toBeAttached();
  await page.addScriptTag({ url: `${site}fulcrum-story.js` });
  const embedded = await Embedded.in(page);
  await expect(embedded.element).toHaveAttribute('src', /embed\/\?theme=dark#ride$/);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await embedded.isLed();
  await embedded.scrollTo(2000);
  await page.locator('fulcrum-story').evaluate((each) => each.remove());
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('in a page that is itself in a frame the story follows', async ({ page, site, serve }) => {
  const inner = articleWith(stubSnippet(await serve(stubStory), site));
  const outer =
    '<!doctype html><title>Reader</title><iframe src="/inner" width="800" height="500"></iframe>';
  await page.goto(`${await serve({ '/': outer, '/inner': inner })}/`);
  const host = await (await page.locator('iframe').elementHandle())!.contentFrame();
  await host!.locator('iframe').scrollIntoViewIfNeeded();
  const frame = await (await host!.locator('iframe').elementHandle())!.contentFrame();
  await expect(frame!.getByRole('button', { name: 'Contents' })).toBeVisible();
  await page.mouse.move(400, 250);
  const stage = frame!.locator('[data-map]:visible');
  await wheelUntil(page, 700, async () => Number(await stage.getAttribute('data-position')) > 2);
});
