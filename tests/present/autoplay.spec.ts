import type { Page } from '@playwright/test';
import { asking } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

const stops = stopsOf(asking);

/** From here on time goes by only as the test says. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
}

test('goes on by itself, starts anew after the end, and stops on any input', async ({
  projector: screen,
  page
}) => {
  await page.clock.install();
  await screen.open(`${presentPath}?play&seconds=5&loop`);
  await screen.shows(...stops[0]!);
  const pause = page.getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  await stopTheClock(page);
  await page.clock.runFor(5000);
  for (const stop of [...stops.slice(1), stops[0]!]) {
    await screen.shows(...stop);
    await page.clock.runFor(5000);
  }

  await screen.shows(...stops[1]!);
  await screen.press('ArrowRight');
  await screen.shows(...stops[2]!);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[2]!);

  // Its own button is no other input.
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(pause).toBeVisible();
  await page.clock.runFor(5000);
  await screen.shows(...stops[3]!);
  await pause.click();
  await page.clock.runFor(60_000);
  await screen.shows(...stops[3]!);
});

test('without loop it stays at the end', async ({ projector: screen, page }) => {
  await page.clock.install();
  await screen.open(`${presentPath}?play&seconds=3#tehran-gains`);
  await stopTheClock(page);
  for (let i = 0; i < 6; i++) await page.clock.runFor(3000);
  await screen.shows('tehran-gains', 'end');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});
