import type { Page } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { Embedded, expect, rests, test, wheelUntil } from './embed-test.ts';
import { layoutShift } from '../browser/layout-shift.ts';
import { Reading } from '../browser/reading.ts';
import { articleWith } from './host-pages.ts';
import { snippet } from './snippets.ts';

test.use({ savesData: true });

const last = `${steps.length - 1}.000`;

/** A story in an article whose header sticks to the window's upper edge. */
async function open(
  page: Page,
  site: string,
  serve: (pages: Record<string, string>) => Promise<string>
): Promise<Embedded> {
  const code = snippet(site, 'scroll').replace('<iframe', '<iframe data-fulcrum-top="57"');
  await page.goto(`${await serve({ '/': articleWith(code) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  return embedded;
}

test('the wheel over the frame goes through the story, out at its end and back out at its start', async ({
  page,
  site,
  serve
}) => {
  const embedded = await open(page, site, serve);
  // The room kept beforehand was about right, too.
  const { height } = await embedded.block();
  const [, screens, area] =
    /data-fulcrum-size="\S+ \S+ (\S+) (\S+)"/.exec(snippet(site, 'scroll')) ?? [];
  const box = (await embedded.element.boundingBox())!;
  const guess = Number(screens) * box.height + Number(area) / box.width;
  expect(Math.abs(guess / height - 1)).toBeLessThan(0.15);

  await page.mouse.move(480, 300);
  let before = 0;
  await wheelUntil(page, 1200, async () => {
    const { top, bottom, offset } = await embedded.block();
    if (bottom < 500) return true;
    await embedded.agrees();
    const now = await embedded.position();
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
    // The frame stands still under the header while the story unrolls in it.
    if (top < 0 && bottom > 600) expect(Math.round(top + offset)).toBe(57);
    return false;
  });
  await expect(embedded.stage).toHaveAttribute('data-position', last);
  // The last turn of the wheel may have gone far beyond the frame.
  await wheelUntil(page, -200, async () => (await embedded.block()).bottom > 100);
  await expect(page.getByText('By the middle of October the ferry ran again')).toBeInViewport();

  await page.mouse.move(480, 150);
  await wheelUntil(page, -2000, async () => (await embedded.block()).top > 100);
  await embedded.agrees();
  await expect(embedded.stage).toHaveAttribute('data-position', '0.000');
  // All of the text was laid out before the room for it was.
  expect(Math.abs((await embedded.block()).height / height - 1)).toBeLessThan(0.02);
  expect(await layoutShift(page)).toBe(0);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('a finger on the frame goes through it and out of it', async ({ page, site, serve }) => {
    const embedded = await open(page, site, serve);
    const touch = await page.context().newCDPSession(page);
    /** Draws a finger up (or, where negative, down) by so many px. */
    const draw = async (px: number) => {
      const [x, from] = [480, px > 0 ? 540 : 150];
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x, y: from }]
      });
      for (let i = 1; i <= 8; i++) {
        const touchPoints = [{ x, y: from - (px * i) / 8 }];
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
      }
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await rests(page);
    };
    /** Draws again and again: of a stroke, a browser that is behind with its frames takes only a part. */
    const drawUntil = async (px: number, holds: () => Promise<boolean>) => {
      for (let strokes = 0; !(await holds()); strokes++) {
        expect(strokes, 'strokes of the finger').toBeLessThan(12);
        await draw(px);
      }
    };
    await embedded.scrollTo(2000);
    await drawUntil(400, async () => (await embedded.scrolled()) > 2250);
    await embedded.agrees();
    await embedded.scrollToEnd(100);
    await drawUntil(400, async () => (await embedded.block()).bottom < 500);
    await expect(embedded.stage).toHaveAttribute('data-position', last);
    await embedded.scrollTo(100);
    await drawUntil(-380, async () => (await embedded.block()).top > 150);
  });
});

test('keys in the frame go through the story and out of it', async ({ page, site, serve }) => {
  const embedded = await open(page, site, serve);
  await embedded.scrollTo(1200);
  await embedded.frame.getByRole('heading', { level: 3 }).first().click();
  const press = async (key: string, times: number) => {
    const offset = () => page.evaluate(() => scrollY);
    for (let i = 0; i < times; i++) {
      const before = await offset();
      await page.keyboard.press(key);
      await expect.poll(offset, { intervals: [20] }).not.toBe(before);
      await rests(page);
    }
    await embedded.agrees();
  };
  const start = await embedded.scrolled();
  await press('PageDown', 3);
  expect(await embedded.scrolled()).toBeGreaterThan(start + 900);
  await press('PageUp', 2);
  expect(await embedded.scrolled()).toBeLessThan(start + 900);

  // Arrow keys lead from step to step, and take the page along.
  const from = Math.round(await embedded.position());
  for (const way of [1, 2]) {
    await page.keyboard.press('ArrowRight');
    await expect(embedded.stage).toHaveAttribute('data-position', `${from + way}.000`);
  }
  await rests(page);
  await embedded.agrees();
  await expect(embedded.step).toHaveAttribute('data-step', steps[from + 2]!.id);

  await embedded.scrollTo((await embedded.block()).height - 900);
  await press('PageDown', 3);
  expect((await embedded.block()).bottom).toBeLessThan(500);
  await embedded.scrollTo(300);
  await press('PageUp', 2);
  expect((await embedded.block()).top).toBeGreaterThan(100);
});

test('a story is paged as long as no page leads it, and led once the page’s script has loaded', async ({
  page,
  site,
  serve
}) => {
  const code = snippet(site, 'scroll').replace(/\n<script.*$/, '');
  await page.goto(`${await serve({ '/': articleWith(code) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isTurned();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.addScriptTag({ url: `${site}embed.js` });
  await embedded.isLed();
  await expect(embedded.frame.getByRole('heading', { name: 'Sources' })).toBeAttached();
  await embedded.scrollTo(4000);
  await expect.poll(() => embedded.position()).toBeGreaterThan(1);
  expect(await layoutShift(page)).toBe(0);
});

test('at each offset the frame is where the reading page would be', async ({
  page,
  context,
  site,
  serve
}) => {
  const embedded = await open(page, site, serve);
  const { width, height } = (await embedded.element.boundingBox())!;
  const reading = await context.newPage();
  await reading.setViewportSize({ width: Math.round(width), height: Math.round(height) });
  await reading.goto(storyPath);
  const stage = reading.locator('[data-map]');
  await new Reading(reading).answers();
  for (const offset of [400, 1400, 3333, 6500, 9001, 14_000, 21_000, 27_500]) {
    await reading.evaluate((top) => scrollTo({ top, behavior: 'instant' }), offset);
    await embedded.scrollTo(offset);
    await expect
      .poll(async () =>
        Math.abs((await embedded.position()) - Number(await stage.getAttribute('data-position')))
      )
      .toBeLessThan(0.02);
    const step = await reading.locator('[aria-current="step"]').getAttribute('data-step');
    await expect(embedded.step).toHaveAttribute('data-step', step!);
  }
});

test('contents, sources and a late change of the layout take the page along', async ({
  page,
  site,
  serve
}) => {
  const embedded = await open(page, site, serve);
  await embedded.scrollTo(2000);
  const entries = await page.evaluate(() => history.length);
  await embedded.frame.getByRole('button', { name: 'Contents' }).click();
  await embedded.frame.getByRole('link', { name: steps[9]!.title }).first().click();
  await expect(embedded.stage).toHaveAttribute('data-position', '9.000');
  await embedded.agrees();

  // Larger text, as from a late font: the passage stays, in the frame and in the page.
  await embedded.frame.addStyleTag({ content: '[data-step] { padding-bottom: 8rem !important; }' });
  await expect(embedded.step).toHaveAttribute('data-step', steps[9]!.id);
  await embedded.isLed();
  await embedded.agrees();
  await expect(embedded.step).toHaveAttribute('data-step', steps[9]!.id);
  await expect(embedded.step.getByRole('heading', { level: 3 })).toBeInViewport();

  // So does a turned tablet.
  await page.setViewportSize({ width: 700, height: 640 });
  await embedded.isLed();
  await embedded.agrees();
  await expect(embedded.step).toHaveAttribute('data-step', steps[9]!.id);

  await embedded.frame.locator('[aria-current="step"] .cite').first().dispatchEvent('click');
  await embedded.frame.getByRole('link', { name: 'All sources' }).dispatchEvent('click');
  await embedded.agrees();
  await expect(embedded.frame.locator('li[id^="source-"]:focus')).toBeInViewport();
  expect(await page.evaluate(() => history.length), 'the page’s history').toBe(entries);
});
