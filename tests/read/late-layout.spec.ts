import { steps, storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

/** Holds back what the page asks for at such addresses; the function returned lets it through. */
async function holdBack(reading: Reading, addresses: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await reading.page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('fonts that come after the page has started keep a deep link at its step', async ({
  page,
  reading
}) => {
  const letFontsCome = await holdBack(reading, /\.woff2$/);
  await page.goto(`${storyPath}#shoigu`, { waitUntil: 'commit' });
  await reading.isAt('shoigu');
  const column = () => reading.card('shoigu').evaluate((card) => card.parentElement!.scrollHeight);
  const before = await column();
  letFontsCome();
  await expect.poll(column).not.toBe(before);
  await page.evaluate(() => document.fonts.ready);
  await reading.scrollRests();
  await reading.isAt('shoigu');
  await expect(reading.card('shoigu').getByRole('heading', { level: 3 })).toBeInViewport();
});

test('scripts that come late find a reader where they are', async ({ page, reading }) => {
  const letScriptsCome = await holdBack(reading, /\.js$/);
  await page.goto(storyPath, { waitUntil: 'domcontentloaded' });
  await page.evaluate(() => document.fonts.ready);
  await expect(reading.stage).toHaveAttribute('data-map', 'static');
  await reading.card(steps[9]!.id).evaluate((card) => card.scrollIntoView({ behavior: 'instant' }));
  letScriptsCome();
  await reading.isAt(steps[9]!.id);
  await expect(reading.card(steps[9]!.id)).toBeInViewport();
});
