import { steps, storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

/** The stage shows a step's picture, told in words too. */
async function showsPicture(reading: Reading, step: string, words: string): Promise<void> {
  const picture = reading.stage.locator(`img[src$="/map/${step}.svg"]`);
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAttribute('alt', new RegExp(words));
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expect(reading.stage.locator('img')).toHaveCount(1);
}

/** The map is given up; the stage follows the story in pictures. */
async function storyGoesOn(reading: Reading): Promise<void> {
  await expect(reading.stage).toHaveAttribute('data-map', 'failed', { timeout: 60_000 });
  await reading.find('journey-denied');
  await showsPicture(reading, 'journey-denied', 'Visit, disputed: Qasem Soleimani');
  await reading.addressIs('journey-denied');
  await reading.pressTo('ArrowRight', 'trade');
  await showsPicture(reading, 'trade', 'Trade, planned: Russia; Iran');
  await expect(reading.card('trade').getByRole('heading', { level: 3 })).toBeInViewport();
  await reading.card('journey-denied').locator('summary').click();
  await expect(
    reading.card('journey-denied').locator('[data-event="soleimani-moscow"]')
  ).toBeVisible();
  await expect(reading.stage).toHaveAttribute('data-map', 'failed');
}

test('without WebGL', async ({ page, reading }) => {
  await page.addInitScript(() => {
    const none = (kind: string) => /webgl/i.test(kind);
    for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const { getContext } = canvas.prototype;
      canvas.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return none(kind) ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      } as never;
    }
  });
  await reading.openText();
  await storyGoesOn(reading);
});

test.describe('without a file', () => {
  test.use({
    expectedErrors: /Failed to (load resource|fetch dynamically imported module)/
  });

  test('of the map’s code', async ({ page, reading }) => {
    await page.route(/\.m?js$/, async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('maplibregl-')) await route.abort();
      else await route.fulfill({ response });
    });
    await reading.openText();
    await storyGoesOn(reading);
  });

  test('of the world', async ({ page, reading }) => {
    await page.route('**/geo/world-coarse.json', (route) => route.abort());
    await reading.openText();
    await storyGoesOn(reading);
  });

  test('of the world, where the server answers nonsense', async ({ page, reading }) => {
    await page.route('**/geo/world-coarse.json', (route) =>
      route.fulfill({ body: '<!doctype html>' })
    );
    await reading.openText();
    await storyGoesOn(reading);
  });

  test('of the lines’ code, the map, its names and its badges stay', async ({ page, reading }) => {
    await page.route(/\.m?js$/, async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('instanceStartPositions')) await route.abort();
      else await route.fulfill({ response });
    });
    await reading.open('shoigu');
    expect((await reading.labels()).map(({ name }) => name)).toContain('Tehran');
    await expect(reading.badge(/^Visit, confirmed: Sergei Shoigu/)).toBeVisible();
  });

  test('that only makes the map finer, the map is drawn all the same', async ({
    page,
    reading
  }) => {
    await page.route(/geo\/(theatre-fine|water|relief)/, (route) => route.abort());
    await reading.open('shoigu');
    expect((await reading.labels()).map(({ name }) => name)).toContain('Tehran');
    await reading.pressTo('ArrowRight', steps[7]!.id);
    await reading.mapIsIdle();
  });

  test('the text stands although no script comes', async ({ page, reading }) => {
    await page.route(/\.m?js$/, (route) => route.abort());
    await page.goto(storyPath);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await reading.card('general').scrollIntoViewIfNeeded();
    await expect(reading.card('general')).toBeInViewport();
  });
});
