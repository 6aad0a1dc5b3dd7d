import type { Locator, Page } from '@playwright/test';
import { contrastOf } from '../../src/lib/theme/contrast.ts';
import { paintedAt, rgbOf } from '../browser/painted.ts';
import { pictureDifference, pictureTolerance } from '../same-picture.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

// Windows' high contrast: the reader's few colours replace the page's.
test.use({
  savesData: true,
  viewport: { width: 1366, height: 768 },
  contextOptions: { reducedMotion: 'reduce' }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours of the reader’s own`, () => {
    test.beforeEach(({ page }) => page.emulateMedia({ colorScheme, forcedColors: 'active' }));

    test('the map and the pictures keep their colours', async ({ page, reading }) => {
      await reading.openText('journey-denied');
      const map = await mapOf(reading);
      await page.goto(`${storyPath}handout/#journey-denied`);
      const picture = page.locator('#journey-denied img');
      await picture.evaluate((image: HTMLImageElement) => image.decode());
      const still = await picture.screenshot();

      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      // The frame around the picture is the page's.
      expect(await pictureDifference(still, await picture.screenshot())).toBeLessThan(0.02);
      await reading.openText('journey-denied');
      for (const [i, same] of (await mapOf(reading)).entries()) {
        expect(await pictureDifference(map[i]!, same)).toBeLessThan(pictureTolerance);
      }
    });

    test('signs, lines, marks, progress, controls and the focus are seen', async ({
      page,
      reading
    }) => {
      await reading.openText('journey-denied');
      const { stage } = reading;
      for (const [name, signs] of [
        ['signs of the key', stage.locator('.legend .kinds svg')],
        ['lines of the key', stage.locator('.legend .certainties svg')],
        ['marks of the passage on the timeline', stage.locator('.timeline .lit')],
        ['badges', stage.locator('button[aria-expanded]')],
        ['buttons', stage.locator('.tools > button:enabled')],
        ['progress', page.locator('.progress')]
      ] as const) {
        const painted = await paintedAt(page, signs);
        expect(painted.length, name).toBeGreaterThan(0);
        expect(Math.min(...painted.map(({ contrast }) => contrast)), name).toBeGreaterThan(3);
      }
      await page.keyboard.press('Tab');
      await reading.nextButton.focus();
      const [outline, ground] = await reading.nextButton.evaluate((button) => {
        const { outlineColor, outlineStyle, backgroundColor } = getComputedStyle(button);
        return [outlineStyle === 'none' ? backgroundColor : outlineColor, backgroundColor];
      });
      expect(contrastOf(rgbOf(outline!), rgbOf(ground!)), 'focus').toBeGreaterThan(3);
    });

    test('what is on, and where the reader is, differs from the rest by its ground', async ({
      page,
      reading
    }) => {
      await reading.openText('journey-denied');
      await page.getByRole('button', { name: 'Contents' }).click();
      const links = page.locator('#contents .step');
      const here = links.and(page.locator('[aria-current]'));
      await here.scrollIntoViewIfNeeded();
      await differ(page, here, links.nth(13));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Key' }).click();
      const onlyConfirmed = page.getByRole('button', { name: 'Only confirmed' });
      await onlyConfirmed.click();
      await expect(onlyConfirmed).toHaveAttribute('aria-pressed', 'true');
      await differ(page, onlyConfirmed, page.locator('#map-key [aria-pressed="false"]'));

      await page.goto(`${storyPath}present/#shoigu`);
      await expect(page.locator('main')).toBeFocused();
      await page.keyboard.press('d');
      const pens = page.getByRole('toolbar', { name: 'Draw and point' });
      const pen = pens.getByRole('button', { name: 'Pen', exact: true });
      await differ(page, pen, pens.getByRole('button', { name: 'Pointer' }));
      const [ink] = await paintedAt(page, pens.locator('.swatch'));
      expect(ink!.contrast, 'ink of the pen').toBeGreaterThan(1.5);
      const bar = page.getByRole('toolbar', { name: 'Presentation' });
      const [draw, overview] = ['Draw', 'Overview'].map((name) =>
        bar.getByRole('button', { name })
      ) as [Locator, Locator];
      await differ(page, draw, overview);
      await page.keyboard.press('o');
      const tiles = page.locator('dialog[open] [data-index]');
      const current = tiles.and(page.locator('[aria-current]'));
      await differ(page, current.locator('.title'), tiles.nth(7).locator('.title'));
    });
  });
}

test('an embed’s own theme gives way to a reader’s colours', async ({ page }) => {
  const theme = () => page.locator('html').getAttribute('data-theme');
  await page.goto(`${storyPath}embed/?theme=light`);
  expect(await theme()).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await page.reload();
  expect(await theme()).toBeNull();
});

/** What is seen of the map beside the passage, below the button that loads it, and below the passage. */
async function mapOf(reading: Reading): Promise<Buffer[]> {
  const free = await reading.freePart();
  // What stands on the map has the reader's colours.
  await reading.page.addStyleTag({ content: '.corner, .small { visibility: hidden !important }' });
  const [button, card] = [
    (await reading.loadButton.boundingBox())!,
    (await reading.card('journey-denied').boundingBox())!
  ];
  const [top, below] = [button.y + button.height + 2, card.y + card.height + 2];
  const { page } = reading;
  const height = page.viewportSize()!.height - below;
  return [
    await page.screenshot({ clip: { ...free, y: top, height: free.y + free.height - top } }),
    await page.screenshot({ clip: { x: 0, y: below, width: card.width, height } })
  ];
}

/** The grounds of two elements are told apart, and the words on the first can be read. */
async function differ(page: Page, one: Locator, other: Locator): Promise<void> {
  const [[shown], [rest]] = [await paintedAt(page, one), await paintedAt(page, other)];
  expect(shown!.contrast, `words of ${String(one)}`).toBeGreaterThan(4.5);
  expect(contrastOf(shown!.ground, rest!.ground), String(one)).toBeGreaterThan(3);
}
