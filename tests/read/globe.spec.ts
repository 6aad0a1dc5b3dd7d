import type { Page } from '@playwright/test';
import { holdBack, mapData } from '../browser/hold-back.ts';
import { bestShift, colourCount, pictureDifference, quarters } from '../same-picture.ts';
import { expect, test, type Reading } from '../story-test.ts';

const path = '/poles-1958/';

/** The ground and the lines, without names and badges, which stand above both picture and map. */
async function groundSeen(page: Page, reading: Reading): Promise<Buffer> {
  await page.addStyleTag({ content: '[data-map] .over { visibility: hidden }' });
  await reading.nextFrame();
  return page.screenshot({ clip: await reading.freePart() });
}

for (const [name, viewport, step] of [
  ['a laptop, at the opening', { width: 1366, height: 768 }, ''],
  ['a laptop, over the north pole', { width: 960, height: 600 }, '#nautilus'],
  ['a laptop, on the date line', { width: 960, height: 600 }, '#diomede'],
  ['a larger one, close up', { width: 1366, height: 768 }, '#diomede'],
  ['a phone, over the south pole', { width: 360, height: 740 }, '#treaty']
] as const) {
  test(`the live globe and the atlas’s are one, on ${name}`, async ({ page, reading }) => {
    await page.setViewportSize(viewport);
    const letGo = await holdBack(page, mapData);
    await page.goto(path + step);
    const picture = reading.stage.locator('.ground > *');
    await expect(picture).toHaveCount(1);
    await picture.evaluate((ground) =>
      ground instanceof HTMLImageElement ? ground.decode() : undefined
    );
    await expect(reading.stage.locator('svg text').first()).toBeAttached();
    const before = await groundSeen(page, reading);
    expect(await colourCount(before)).toBeGreaterThan(20);
    letGo();
    await reading.mapIsIdle();
    await expect(picture).toHaveCount(0);
    const after = await groundSeen(page, reading);
    const [then, now] = [await quarters(before), await quarters(after)];
    for (const [i, quarter] of then.entries()) {
      for (const px of await bestShift(quarter, now[i]!)) {
        expect(Math.abs(px), `quarter ${i + 1}`).toBeLessThanOrEqual(1);
      }
    }
    // Coasts and borders, simplified for the picture, and their smooth edges: no area.
    expect(await pictureDifference(before, after)).toBeLessThan(0.12);
  });
}

test('a reader turns the globe by hand, and comes back to the very same picture', async ({
  page,
  reading
}) => {
  await page.goto(`${path}#nautilus`);
  await reading.mapIsIdle();
  const seen = await reading.seen();
  const pole = seen.labels.find(({ name }) => name === 'North Pole')!;
  await page.getByRole('button', { name: 'Explore' }).click();
  const { x, y } = await reading.freePoint();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y - 40, { steps: 4 });
  await page.mouse.move(x - 90, y - 60, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => {
      const now = (await reading.labels()).find(({ name }) => name === 'North Pole');
      return now && Math.hypot(now.x - pole.x, now.y - pole.y);
    })
    .toBeGreaterThan(20);
  await page.keyboard.press('Escape');
  await reading.mapIsIdle();
  await reading.seesAgain(seen);
});
