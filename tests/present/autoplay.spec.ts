import { asking } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({
  ownContext: true,
  viewport: { width: 640, height: 400 },
  contextOptions: { reducedMotion: 'reduce' }
});

const stops = stopsOf(asking);

test('goes on by itself, starts anew after the end, and stops on any input', async ({
  projector: screen,
  page
}) => {
  await page.clock.install();
  await screen.open(`${presentPath}?play&seconds=5&loop#tehran-gains`);
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  // From here on time goes by only as the test says.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await page.clock.runFor(5000);
  for (const stop of [...stops.slice(-2), ...stops.slice(0, 2)]) {
    await screen.shows(...stop);
    await page.clock.runFor(5000);
  }

  await screen.shows(...stops[2]!);
  await screen.press('ArrowRight');
  await screen.shows(...stops[3]!);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[3]!);

  // Its own button is no other input.
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(pause).toBeVisible();
  await page.clock.runFor(5000);
  await screen.shows(...stops[4]!);
  await pause.click();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[4]!);
});
