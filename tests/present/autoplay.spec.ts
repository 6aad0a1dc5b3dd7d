import { asking } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

const stops = stopsOf(asking);

test('goes on by itself, starts anew after the end, and stops on any input', async ({
  projector: screen,
  page
}) => {
  await page.clock.install();
  await screen.open(`${presentPath}?play&seconds=5&loop`);
  await screen.shows(...stops[0]!);
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  await page.clock.runFor(5100);
  await screen.shows(...stops[1]!);
  await page.clock.runFor(5100);
  await screen.shows(...stops[2]!);
  for (let i = 0; i < stops.length - 2; i++) await page.clock.runFor(5050);
  await screen.shows(...stops[0]!);

  await screen.press('ArrowRight');
  await screen.shows(...stops[1]!);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[1]!);

  // Its own button is no other input.
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(pause).toBeVisible();
  await page.clock.runFor(5100);
  await screen.shows(...stops[2]!);
  await pause.click();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[2]!);
});

test('without loop it stays at the end', async ({ projector: screen, page }) => {
  await page.clock.install();
  await screen.open(`${presentPath}?play&seconds=3#tehran-gains`);
  for (let i = 0; i < 6; i++) await page.clock.runFor(3100);
  await screen.shows('tehran-gains', 'end');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});
