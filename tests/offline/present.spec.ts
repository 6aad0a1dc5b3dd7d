import { steps, storyPath } from '../story-facts.ts';
import { PresentWindow, presentPath, speakerPath } from '../present/presenting.ts';
import { expect, test } from './site-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a lesson goes on when the network is gone', async ({ page, context, site }) => {
  test.slow();
  const screen = new PresentWindow(page);
  await screen.open(presentPath);
  await expect(page.getByText('Ready offline.')).toHaveCount(1, { timeout: 60_000 });
  await site.stop();

  await test.step('the screen opens again at a later step, with its map', async () => {
    await screen.press('g');
    await page.keyboard.type('syria');
    await screen.press('Enter');
    await screen.addressIs('syria');
    await page.reload();
    await screen.ready();
    await screen.isAt('syria');
    await screen.mapIsIdle();
  });

  await test.step('the overview has every picture', async () => {
    await screen.press('o');
    const pictures = screen.overview.locator('img');
    await expect(pictures).toHaveCount(steps.length);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
    }
    await screen.press('Escape');
  });

  await test.step('the speaker’s window opens, and leads', async () => {
    const speaker = new PresentWindow(await context.newPage());
    await speaker.open(speakerPath);
    await speaker.isAt('syria');
    await expect(speaker.page.getByText('Ready offline.')).toBeVisible();
    await speaker.press('End');
    await screen.isAt(steps.at(-1)!.id);
    await speaker.page.close();
  });

  await test.step('so does the handout', async () => {
    await page.goto(`${storyPath}handout/?for=student`);
    await expect(page.getByRole('radio', { name: /^Student/ })).toBeChecked();
  });
});
