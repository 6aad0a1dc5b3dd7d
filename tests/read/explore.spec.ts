import { expect, test, type Reading } from '../story-test.ts';

/** Drags the map to the left and waits until its names have moved along. */
async function drag(reading: Reading): Promise<void> {
  const before = await reading.labels();
  const { x, y } = await reading.freePoint();
  const { mouse } = reading.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x - 60, y - 20, { steps: 4 });
  await mouse.move(x - 120, y - 40, { steps: 4 });
  await mouse.up();
  await expect
    .poll(async () => where('Tehran', await reading.labels()))
    .toBeLessThan(where('Tehran', before) - 60);
}

function where(name: string, labels: readonly { name: string; x: number }[]): number {
  return labels.find((label) => label.name === name)?.x ?? Infinity;
}

test('a reader explores the map and comes back to the very same picture', async ({
  page,
  reading
}) => {
  await reading.open('shoigu');
  const seen = await reading.seen();
  const exploreButton = page.getByRole('button', { name: 'Explore' });
  const backButton = page.getByRole('button', { name: 'Return' });

  await test.step('until then the map does not move', async () => {
    const { x, y } = await reading.freePoint();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 120, y - 40, { steps: 4 });
    await page.mouse.up();
    await reading.seesAgain(seen);
  });
  await test.step('Tab reaches the button, in sight and outlined', async () => {
    await reading.nextButton.focus();
    await page.keyboard.press('Tab');
    await expect(exploreButton).toBeFocused();
    await expect(exploreButton).toBeInViewport({ ratio: 1 });
    await expect(exploreButton).not.toHaveCSS('outline-style', 'none');
  });
  await test.step('button and button', async () => {
    await exploreButton.click();
    await expect(page.getByText('Drag and zoom the map.')).toContainText('Escape');
    await drag(reading);
    await reading.isAt('shoigu');
    await backButton.click();
    await expect(exploreButton).toBeVisible();
    await reading.seesAgain(seen);
  });
  await test.step('key and Escape', async () => {
    await page.keyboard.press('e');
    await expect(backButton).toBeVisible();
    await drag(reading);
    await page.keyboard.press('Escape');
    await expect(exploreButton).toBeVisible();
    await reading.seesAgain(seen);
  });
  await test.step('the map’s own keys', async () => {
    await page.keyboard.press('e');
    await reading.stage.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => where('Tehran', await reading.labels()))
      .toBeLessThan(where('Tehran', seen.labels));
    await reading.isAt('shoigu');
    await page.keyboard.press('Escape');
    await reading.seesAgain(seen);
  });
  await test.step('scrolling on', async () => {
    await page.keyboard.press('e');
    await drag(reading);
    await reading.pointAtText();
    await reading.wheelUntil(6.2, 80);
    await expect(exploreButton).toBeVisible();
    await reading.wheelUntil(6, -40);
    await reading.isAt('shoigu');
    await reading.seesAgain(seen);
  });
});
