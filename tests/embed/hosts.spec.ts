import { layoutShift } from '../browser/layout-shift.ts';
import { Embedded, expect, test, wheelUntil } from './embed-test.ts';
import { articleWith, stubSnippet, stubStory } from './host-pages.ts';

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

const surroundings = {
  'that is moved by a transform': '<style>main { transform: translateX(10px) }</style>',
  'that is zoomed': '<style>main { zoom: 1.25; max-width: 720px }</style>',
  'read from right to left': '<script>document.documentElement.dir = "rtl"</script>',
  'that scrolls smoothly': '<style>html { scroll-behavior: smooth }</style>'
};

for (const [name, head] of Object.entries(surroundings)) {
  test(`in a page ${name} the story follows`, async ({ page, site, serve }) => {
    const code = stubSnippet(await serve(stubStory), site);
    await page.goto(`${await serve({ '/': articleWith(code, head) })}/`);
    const embedded = await Embedded.in(page);
    await expect(embedded.frame.getByRole('button', { name: 'Contents' })).toBeVisible();
    await page.mouse.move(480, 300);
    await wheelUntil(page, 700, async () => (await embedded.position()) > 3);
    // By its own event: the driver's pointer misses what a page has zoomed.
    await embedded.frame.getByRole('link', { name: 'To 7' }).dispatchEvent('click');
    await expect(embedded.stage).toHaveAttribute('data-position', '7.000');
    // The page has come along: the frame fills the window.
    await expect
      .poll(async () => Math.abs((await embedded.element.boundingBox())!.y))
      .toBeLessThan(2);
  });
}

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

const stuck = {
  'whose frames cannot stick': '<style>main { overflow: hidden }</style>',
  'that is scaled': '<style>main { transform: scale(0.75); transform-origin: 50% 0 }</style>'
};

for (const [name, head] of Object.entries(stuck)) {
  test(`in a page ${name} the frame stays paged`, async ({ page, site, serve }) => {
    const code = stubSnippet(await serve(stubStory), site);
    await page.goto(`${await serve({ '/': articleWith(code, head) })}/`);
    const embedded = await Embedded.in(page);
    await embedded.isTurned();
    await embedded.element.evaluate((frame) => frame.scrollIntoView({ behavior: 'instant' }));
    await page.mouse.move(480, 300);
    const after = page.getByText('By the middle of October the ferry ran again');
    await wheelUntil(page, 300, async () => (await after.boundingBox())!.y < 500);
    await embedded.isTurned();
    expect((await embedded.block()).height).toBeLessThan(700);
  });
}
