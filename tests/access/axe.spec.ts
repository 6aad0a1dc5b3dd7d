import { colourRules, otherRules, violations, violationsAtSteps } from '../browser/axe.ts';
import { events, eventsOnMap, steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const everyStep = steps.map(({ id }) => id);

/** So few steps that between them have every kind and every certainty on the map: badges of all colours and forms. */
const everyColour = (() => {
  const marksAt = (index: number) =>
    events
      .filter(({ id }) => eventsOnMap[index]!.has(id!))
      .flatMap(({ kind, certainty }) => [kind!, certainty!]);
  const missing = new Set(events.flatMap(({ kind, certainty }) => [kind!, certainty!]));
  const chosen: string[] = [];
  while (missing.size > 0) {
    const gains = steps.map(
      (_, index) => new Set(marksAt(index).filter((mark) => missing.has(mark)))
    );
    const best = gains.reduce((best, { size }, i) => (size > gains[best]!.size ? i : best), 0);
    for (const mark of gains[best]!) missing.delete(mark);
    chosen.push(everyStep[best]!);
  }
  return chosen;
})();

for (const [colorScheme, rules] of [
  ['light', {}],
  ['dark', colourRules]
] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test.describe('with the map a picture', () => {
      test.use({ savesData: true });

      test('axe finds nothing wrong with the page nor with the colours of any step', async ({
        page,
        reading
      }) => {
        await reading.openText();
        // Cards far out of view are not laid out, and then not looked at.
        await page.addStyleTag({ content: '.group { content-visibility: visible !important }' });
        expect(await violations(page, { rules })).toEqual([]);
        expect(await violationsAtSteps(page, everyColour, colourRules)).toEqual([]);
      });

      test('axe finds nothing wrong with what opens', async ({ page, reading }) => {
        const onStage = { parts: ['[data-map]'], rules };
        await reading.openText('journey-denied');
        await page.getByRole('button', { name: 'Contents' }).click();
        expect(await violations(page, onStage), 'contents').toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Key' }).click();
        expect(await violations(page, onStage), 'key').toEqual([]);
        await page.getByRole('button', { name: 'Only confirmed' }).click();
        expect(await violations(page, onStage), 'key, filtered').toEqual([]);
        await page.keyboard.press('Escape');
        await reading.stage.locator('.timeline a[tabindex="0"]').focus();
        await expect(reading.stage.locator('.timeline .name')).toBeVisible();
        await reading.card('journey-denied').locator('summary').click();
        const stageAndCard = { parts: ['[data-map]', '[aria-current="step"]'], rules };
        expect(await violations(page, stageAndCard), 'filtered, timeline and twin').toEqual([]);
        await reading.card('journey-denied').locator('summary').click();
        await reading.stage.getByRole('button', { name: 'Show all' }).click();
        await reading.badge(/^Visit, disputed/).click();
        await expect(reading.detail).toBeVisible();
        expect(await violations(page, onStage), 'detail').toEqual([]);
        await page.keyboard.press('Escape');
        await reading.card('journey-denied').locator('summary').click();
        const card = { parts: ['[aria-current="step"]'], rules };
        expect(await violations(page, card), 'on the map').toEqual([]);
      });
    });
  });

  for (const [name, path] of [
    ['front page', '/'],
    ['page of a step', `${storyPath}shoigu/`]
  ] as const) {
    test(`axe finds nothing wrong with the ${name} in ${colorScheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      // A step's page leads on at once; it is read by whoever does not follow.
      let stayed = path === '/';
      await page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html.replace(/<meta http-equiv="refresh"[^>]*>/, '');
        stayed ||= body !== html;
        await route.fulfill({ response, body });
      });
      await page.goto(path);
      expect(stayed).toBe(true);
      expect(await violations(page, { rules })).toEqual([]);
    });
  }
}

test.describe('with the map a picture', () => {
  test.use({ savesData: true });

  // The cards of all steps are looked at above; that badges are large enough wherever they stand: read/layout.spec.ts.
  test('axe finds nothing wrong with any step, its colours aside', async ({ page, reading }) => {
    await reading.openText();
    expect(await violationsAtSteps(page, everyStep, otherRules)).toEqual([]);
  });
});

test('axe finds nothing wrong on a phone with the live map, nor while it is explored', async ({
  page,
  reading
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await reading.open();
  expect(await violations(page)).toEqual([]);
  expect(await violationsAtSteps(page, everyColour)).toEqual([]);
  await page.keyboard.press('e');
  await expect(page.getByText('Drag and zoom the map.')).toBeVisible();
  expect(await violations(page, { parts: ['[data-map]'] }), 'exploring').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsAtSteps(page, everyColour, colourRules), 'dark').toEqual([]);
});
