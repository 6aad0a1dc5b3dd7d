import type { Page, ViewportSize } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

const viewports = [
  { width: 960, height: 600 },
  { width: 360, height: 740 }
];

async function canBeRead(page: Page, reading: Reading, viewport: ViewportSize): Promise<void> {
  await page.setViewportSize(viewport);
  await page.goto(storyPath);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.locator('[data-step]')).toHaveCount(steps.length);
  for (const { id, title } of steps) {
    await expect(reading.card(id).getByRole('heading', { name: title })).toBeVisible();
    await expect(reading.card(id).locator('p').first()).toBeVisible();
    await expect(reading.card(id).getByRole('img', { name: /^Map/ })).toBeVisible();
  }
  await page.locator('details:has([data-event]) summary').first().click();
  await expect(page.locator('[data-event]').first()).toBeVisible();
  // A stage without a map would be a blank in the page.
  await expect(reading.stage).toBeHidden();
  await reading.card(steps[3]!.id).scrollIntoViewIfNeeded();
  const [one, next] = [
    (await reading.card(steps[3]!.id).boundingBox())!,
    (await reading.card(steps[4]!.id).boundingBox())!
  ];
  expect(next.y - (one.y + one.height)).toBeLessThan(viewport.height / 2);
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const viewport of viewports) {
    test(`the whole story can be read at ${viewport.width}×${viewport.height}`, async ({
      page,
      reading
    }) => canBeRead(page, reading, viewport));
  }
});

test.describe('in a browser that is too old for the scripts', () => {
  for (const viewport of viewports) {
    test(`the whole story can be read at ${viewport.width}×${viewport.height}`, async ({
      page,
      reading
    }) => {
      await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'));
      await canBeRead(page, reading, viewport);
    });
  }
});
