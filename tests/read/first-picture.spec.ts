import type { Page } from '@playwright/test';
import { holdBack, mapData } from '../browser/hold-back.ts';
import { bestShift, colourCount, pictureDifference, quarters } from '../same-picture.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

/** What the map shows without names and badges, which stand above both picture and map. */
async function groundSeen(page: Page, reading: Reading): Promise<Buffer> {
  await page.addStyleTag({ content: '[data-map] .over { visibility: hidden }' });
  await reading.nextFrame();
  return page.screenshot({ clip: await reading.freePart() });
}

/** The ground's picture: part of the page at the opening, a file of its own at the other steps. */
const picture = (reading: Reading) => reading.stage.locator('.ground > *');

for (const [name, viewport, step] of [
  ['a phone, at the opening', { width: 360, height: 740 }, undefined],
  ['a laptop, at the opening', { width: 1366, height: 768 }, undefined],
  ['a laptop, by a deep link', { width: 960, height: 600 }, 'syria']
] as const) {
  test(`the picture lies where the map will, on ${name}`, async ({ page, reading }) => {
    await page.setViewportSize(viewport);
    const letGo = await holdBack(page, mapData);
    await reading.openText(step);
    await expect(picture(reading)).toHaveCount(1);
    await picture(reading).evaluate((ground) =>
      ground instanceof HTMLImageElement ? ground.decode() : undefined
    );
    const before = await groundSeen(page, reading);
    expect(await colourCount(before)).toBeGreaterThan(20);
    letGo();
    await reading.mapIsIdle();
    await expect(picture(reading)).toHaveCount(0);
    const after = await groundSeen(page, reading);
    expect(await bestShift(before, after)).toEqual([0, 0]);
    const [then, now] = [await quarters(before), await quarters(after)];
    for (const [i, quarter] of then.entries()) {
      // A quarter may hold little but thin lines; were the scale wrong, opposite ones would part.
      for (const px of await bestShift(quarter, now[i]!)) {
        expect(Math.abs(px), `quarter ${i + 1}`).toBeLessThanOrEqual(1);
      }
    }
  });
}

test('a story elsewhere has a ground of its own, the same as a picture and as a map', async ({
  page,
  reading
}) => {
  const files: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\/geo\/|\/map\/(fine|relief)/.test(pathname))
      files.push(`${response.status()} ${pathname}`);
  });
  const letGo = await holdBack(page, mapData);
  await page.goto('/falklands-1982/#san-carlos');
  await expect(reading.stage).toHaveAttribute('data-position', '9.000');
  await expect(picture(reading)).toHaveCount(1);
  await picture(reading).evaluate((ground) => (ground as HTMLImageElement).decode());
  const before = await groundSeen(page, reading);
  letGo();
  await reading.mapIsComplete();
  const after = await groundSeen(page, reading);
  expect(await bestShift(before, after)).toEqual([0, 0]);
  // The map has relief besides, and the story's lines.
  expect(await pictureDifference(before, after)).toBeLessThan(0.06);
  expect(files.sort()).toEqual([
    '200 /falklands-1982/map/fine.json',
    '200 /falklands-1982/map/relief/0.webp',
    '200 /geo/water.json',
    '200 /geo/world-coarse.json'
  ]);
});

test.describe('before any script', () => {
  test.use({ expectedErrors: /Failed to (load resource|fetch dynamically imported module)/ });

  test('the picture stands about where the map will, whatever the window’s size', async ({
    page,
    reading
  }) => {
    const sizes = [
      { width: 1920, height: 1080 },
      { width: 768, height: 1024 },
      { width: 360, height: 740 }
    ];
    // On their way: where one does not come, the page is laid out as without scripts.
    const letScriptsCome = await holdBack(page, /\.m?js$/);
    await page.goto(storyPath, { waitUntil: 'domcontentloaded' });
    const before = [];
    for (const size of sizes) {
      await reading.resize(size.width, size.height);
      before.push((await picture(reading).boundingBox())!);
      const stage = (await reading.stage.boundingBox())!;
      // Land, sea and their edges, where no text stands.
      const corner = await page.screenshot({
        clip: { x: stage.x + 0.6 * stage.width, y: stage.y, width: 0.3 * stage.width, height: 150 }
      });
      expect(await colourCount(corner)).toBeGreaterThan(20);
    }
    await expect(reading.stage).toHaveAttribute('data-map', 'static');
    letScriptsCome();
    await page.unrouteAll({ behavior: 'wait' });
    await holdBack(page, mapData);
    await reading.openText();
    await expect(reading.stage.locator('svg text').first()).toBeVisible();
    for (const [i, size] of sizes.entries()) {
      await reading.resize(size.width, size.height);
      const [then, now] = [before[i]!, (await picture(reading).boundingBox())!];
      const stage = (await reading.stage.boundingBox())!;
      for (const side of ['x', 'y'] as const) {
        const length = side === 'x' ? 'width' : 'height';
        expect(Math.abs(then[side] - now[side])).toBeLessThan(8);
        expect(Math.abs(then[side] + then[length] - now[side] - now[length])).toBeLessThan(12);
      }
      // It leaves no part of the stage without ground.
      expect(then.x).toBeLessThanOrEqual(stage.x + 1);
      expect(then.x + then.width).toBeGreaterThanOrEqual(stage.x + stage.width - 1);
    }
  });
});

test('with reduced motion the map takes the picture’s place at once', async ({ page, reading }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await reading.open();
  await expect(picture(reading)).toHaveCount(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
