import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

const sizes = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1024, height: 1366 }
];

for (const viewport of sizes) {
  test.describe(`with the map above the text, ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('each press leads one passage on, however long one waits; the last has its address too', async ({
      page,
      reading
    }) => {
      await reading.openText();
      for (const step of steps.slice(0, 4)) {
        await reading.nextButton.click();
        await reading.isAt(step.id);
        await reading.scrollRests();
        await reading.addressIs(step.id);
      }
      await reading.find(steps.at(-2)!.id);
      await reading.scrollRests();
      await page.keyboard.press('ArrowRight');
      await reading.isAt(steps.at(-1)!.id);
      await reading.addressIs(steps.at(-1)!.id);
    });

    test('a deep link opens at its step, and shows its places', async ({ reading }) => {
      await reading.openText('shoigu');
      const names = (await reading.labels()).map(({ name }) => name);
      expect(names).toContain('Moscow');
      expect(names).toContain('Tehran');
    });
  });
}

test('back at the title the address is the story’s own', async ({ page, reading }) => {
  await page.setViewportSize(sizes[0]!);
  await reading.openText(steps[3]!.id);
  await reading.scrollRests();
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test('the address of a source stays while the sources are in view, and no longer', async ({
  page,
  reading
}) => {
  await page.goto(`${storyPath}#source-katz2015`);
  await reading.answers();
  await reading.scrollRests();
  expect(new URL(page.url()).hash).toBe('#source-katz2015');
  await expect(page.locator('#source-katz2015')).toBeInViewport();
  await reading.find(steps[5]!.id);
  await reading.addressIs(steps[5]!.id);
});
