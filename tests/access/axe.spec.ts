import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

/** What axe finds wrong, in the whole page or a part of it: rule and element. */
async function violations(page: Page, ...parts: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  for (const part of parts) axe.include(part);
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, slowLine: true });

    test('axe finds nothing wrong with the page nor with any step', async ({ page, reading }) => {
      test.slow();
      await reading.openText();
      expect(await violations(page)).toEqual([]);
      for (const { id } of steps) {
        await reading.find(id);
        expect(await violations(page, '[data-map]', '[aria-current="step"]'), id).toEqual([]);
      }
    });

    test('axe finds nothing wrong with what opens', async ({ page, reading }) => {
      await reading.openText('journey-denied');
      await page.getByRole('button', { name: 'Contents' }).click();
      expect(await violations(page, '[data-map]'), 'contents').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Key' }).click();
      expect(await violations(page, '[data-map]'), 'key').toEqual([]);
      await page.getByRole('button', { name: 'Only confirmed' }).click();
      expect(await violations(page, '[data-map]'), 'key, filtered').toEqual([]);
      await page.keyboard.press('Escape');
      await reading.stage.locator('.timeline a[tabindex="0"]').focus();
      await expect(reading.stage.locator('.timeline .name')).toBeVisible();
      await reading.card('journey-denied').locator('summary').click();
      expect(await violations(page), 'filtered, timeline and twin').toEqual([]);
      await reading.card('journey-denied').locator('summary').click();
      await reading.stage.getByRole('button', { name: 'Show all' }).click();
      await reading.badge(/^Visit, disputed/).click();
      expect(await violations(page, '[data-map]'), 'detail').toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      expect(await violations(page, '[data-map]'), 'exploring').toEqual([]);
      await page.keyboard.press('Escape');
      await reading.card('journey-denied').locator('summary').click();
      expect(await violations(page, '[aria-current="step"]'), 'on the map').toEqual([]);
    });

    test.describe('with the live map', () => {
      test.use({ slowLine: false });

      test('axe finds nothing wrong on a phone', async ({ page, reading }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await reading.open();
        expect(await violations(page)).toEqual([]);
        for (const { id } of steps.filter((_, i) => i % 7 === 2)) {
          await reading.find(id);
          expect(await violations(page, '[data-map]', '[aria-current="step"]'), id).toEqual([]);
        }
      });
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, path] of [
    ['front page', '/'],
    ['page of a step', `${storyPath}shoigu/`]
  ] as const) {
    test(`axe finds nothing wrong with the ${name} in ${colorScheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      // A step's page leads on at once; it is read by whoever does not follow.
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
        await route.fulfill({ response, body });
      });
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
    });
  }
}
