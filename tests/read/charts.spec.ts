import { violations } from '../browser/axe.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const path = '/charts-test/';

test.use({ savesData: true, contextOptions: { reducedMotion: 'reduce' } });

for (const width of [320, 360, 1366]) {
  test(`charts fit a window ${width} px wide, with labels of 10 px or more`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const story of [path, storyPath]) {
      await page.goto(story);
      const charts = page.locator('.chart-svg');
      await expect(charts.first()).toBeVisible();
      const found = await charts.evaluateAll((drawings) =>
        drawings.map((svg) => ({
          scale: svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width,
          letters: [...svg.querySelectorAll('text')].map((text) => {
            const { left, right } = text.getBoundingClientRect();
            return { size: parseFloat(getComputedStyle(text).fontSize), left, right };
          })
        }))
      );
      for (const { scale, letters } of found) {
        expect(letters.length).toBeGreaterThan(3);
        for (const { size, left, right } of letters) {
          expect(size * scale).toBeGreaterThanOrEqual(10);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
        }
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBe(width);
    }
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`charts and tables pass axe in a ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    for (const chart of await page.locator('.chart summary').all()) await chart.click();
    expect(await violations(page, { parts: ['.chart', '.wide-table'] })).toEqual([]);
  });
}

test('the numbers of a chart open and scroll by keyboard, and the file comes as it was written', async ({
  page
}) => {
  await page.goto(`${path}#lines`);
  const chart = page.getByRole('figure', { name: 'Trade of three invented harbours' });
  await expect(chart.getByRole('img', { name: /North has no figure for 2007/ })).toBeVisible();
  await expect(chart).toContainText('No figure for North, 2007.');
  await chart.getByText('The numbers').focus();
  await page.keyboard.press('Enter');
  const table = chart.getByRole('region', { name: /^The numbers/ });
  await expect(table.getByRole('row', { name: '2007 North not given Confirmed' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(table).toBeFocused();
  await page.keyboard.press('Tab');
  const link = chart.getByRole('link', { name: 'Download as CSV' });
  await expect(link).toBeFocused();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('charts-test-trade.csv');
});

test('charts keep their colours where the reader’s own replace the page’s', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(path);
  const ground = await page
    .locator('.chart-svg')
    .first()
    .evaluate((svg) => getComputedStyle(svg).backgroundColor);
  expect(ground).toBe('rgb(28, 31, 33)');
});

test('a chart is printed without its table, a table of the prose whole', async ({ page }) => {
  await page.goto(`${path}handout/`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.chart-svg').first()).toBeVisible();
  await expect(page.locator('.chart details').first()).toBeHidden();
  const table = page.getByRole('region', { name: /^Table: Harbour/ });
  expect(await table.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
});

test('the screen shows a chart where the author wrote no slide', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`${path}present/#lines`);
  const chart = page.getByRole('figure', { name: 'Trade of three invented harbours' });
  await expect(chart.getByRole('img')).toBeInViewport({ ratio: 1 });
});
