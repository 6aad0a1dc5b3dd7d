import { deckGl, mapLibre, watchScripts, withoutScripts } from '../browser/site-scripts.ts';
import { answering } from '../browser/answering.ts';
import { withoutWebGl } from '../browser/without-webgl.ts';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

/** The stage shows a step's picture, with the ground in words, and an event of the step as a badge with its own. */
async function showsPicture(reading: Reading, step: string, event: RegExp): Promise<void> {
  const picture = reading.stage.getByRole('img', { name: /^Map/ });
  await expect(picture).toHaveCount(1);
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAttribute('src', new RegExp(`/map/ground/${step}\\.svg$`));
  await expect(picture).toHaveAttribute('alt', /^Map of [^:]+\. Marked: [^:]+\.$/);
  await expect(reading.badge(event)).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

/** There is no live map; the stage follows the story in pictures. */
async function storyGoesOn(reading: Reading, state: 'failed' | 'static'): Promise<void> {
  await expect(reading.stage).toHaveAttribute('data-map', state, { timeout: 60_000 });
  await reading.find('journey-denied');
  await showsPicture(reading, 'journey-denied', /^Visit, disputed: Qasem Soleimani/);
  await reading.addressIs('journey-denied');
  await reading.card('journey-denied').locator('summary').click();
  await expect(
    reading.card('journey-denied').locator('[data-event="soleimani-moscow"]')
  ).toBeVisible();
  await reading.pressTo('ArrowRight', 'trade');
  await showsPicture(reading, 'trade', /^Trade, planned: Russia; Iran/);
  expect((await reading.labels()).map(({ name }) => name)).toContain('Tehran');
  await expect(reading.card('trade').getByRole('heading', { level: 3 })).toBeInViewport();
  await expect(reading.stage).toHaveAttribute('data-map', state);
}

test('without WebGL', async ({ page, reading }) => {
  await withoutWebGl(page);
  const mapCode = watchScripts(page, mapLibre);
  await page.goto(storyPath);
  await storyGoesOn(reading, 'static');
  await expect(reading.loadButton).toHaveCount(0);
  expect(mapCode).toEqual([]);
});

test.describe('for a reader who saves data', () => {
  test.use({ savesData: true });

  test('the map stays a picture until it is asked for', async ({ page, reading }) => {
    const mapCode = watchScripts(page, mapLibre);
    await page.goto(storyPath);
    await storyGoesOn(reading, 'static');
    expect(mapCode).toEqual([]);
    await reading.loadButton.click();
    await reading.mapIsIdle();
    await reading.isAt('trade');
    await expect(reading.loadButton).toHaveCount(0);
    await expect(reading.stage.locator('img')).toHaveCount(0);
    expect(mapCode.length).toBeGreaterThan(0);
  });
});

test('for a device of little memory the map stays a picture, which may be asked for', async ({
  page,
  reading
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 0.5 }));
  const mapCode = watchScripts(page, mapLibre);
  await page.goto(storyPath);
  await expect(reading.loadButton).toBeVisible();
  await reading.find('journey-denied');
  await showsPicture(reading, 'journey-denied', /^Visit, disputed: Qasem Soleimani/);
  expect(mapCode).toEqual([]);
});

test.describe('without a file', () => {
  test.use({
    expectedErrors: /Failed to (load resource|fetch dynamically imported module)/
  });
  // A file may still be on its way when the test has seen what it asks for.
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

  test('of the map’s code', async ({ page, reading }) => {
    const refused = await withoutScripts(page, mapLibre);
    await reading.openText();
    await storyGoesOn(reading, 'failed');
    expect(refused.length).toBeGreaterThan(0);
  });

  test('of the world', async ({ page, reading }) => {
    const refused = await answering(page, /\/geo\/world-coarse\.json$/, (route) => route.abort());
    await reading.openText();
    await storyGoesOn(reading, 'failed');
    expect(refused.length).toBeGreaterThan(0);
  });

  test('of the world, where the server answers nonsense', async ({ page, reading }) => {
    const answered = await answering(page, /\/geo\/world-coarse\.json$/, (route) =>
      route.fulfill({ body: '<!doctype html>' })
    );
    await reading.openText();
    // That the story goes on without a map is tried above.
    await expect(reading.stage).toHaveAttribute('data-map', 'failed');
    await reading.find('journey-denied');
    await showsPicture(reading, 'journey-denied', /^Visit, disputed: Qasem Soleimani/);
    expect(answered.length).toBeGreaterThan(0);
  });

  test('of the lines’ code, the map, its names and its badges stay', async ({ page, reading }) => {
    const refused = await withoutScripts(page, deckGl);
    await reading.open('shoigu');
    await expect.poll(() => refused.length).toBeGreaterThan(0);
    await reading.mapIsIdle();
    expect((await reading.labels()).map(({ name }) => name)).toContain('Tehran');
    await expect(reading.badge(/^Visit, confirmed: Sergei Shoigu/)).toBeVisible();
  });

  test('that only makes the map finer, the map is drawn all the same', async ({
    page,
    reading
  }) => {
    const refused = await answering(page, /\/geo\/(theatre-fine|water|relief)/, (route) =>
      route.abort()
    );
    await reading.open('shoigu');
    expect((await reading.labels()).map(({ name }) => name)).toContain('Tehran');
    await reading.pressTo('ArrowRight', steps[7]!.id);
    await reading.mapIsIdle();
    expect(refused.length).toBeGreaterThan(0);
  });

  test('the text stands although no script comes', async ({ page, reading }) => {
    const refused = await answering(page, /\.m?js$/, (route) => route.abort());
    await page.goto(storyPath);
    await expect.poll(() => refused.length).toBeGreaterThan(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await reading.card('general').scrollIntoViewIfNeeded();
    await expect(reading.card('general')).toBeInViewport();
  });
});
