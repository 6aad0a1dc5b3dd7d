import { colourRules, violations } from '../browser/axe.ts';
import { expect, presentPath, speakerPath, test } from './presenting.ts';

test.use({
  savesData: false,
  withoutMapData: true,
  viewport: { width: 1024, height: 640 },
  contextOptions: { reducedMotion: 'reduce' }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    // Of all rules those of colours alone can answer otherwise in the dark.
    const rules = colorScheme === 'dark' ? colourRules : {};

    test('axe finds nothing wrong with the screen', async ({ projector: screen, page }) => {
      await screen.open(`${presentPath}#journey-denied`);
      await screen.isAt('journey-denied');
      expect(await violations(page, { rules }), 'question').toEqual([]);
      await screen.press('ArrowRight');
      await screen.shows('journey-denied', 'whole');
      expect(await violations(page, { rules }), 'answer').toEqual([]);
      for (const [key, dialog] of [
        ['o', screen.overview],
        ['g', screen.goTo],
        ['?', screen.help]
      ] as const) {
        await screen.press(key);
        await expect(dialog).toBeVisible();
        expect(await violations(page, { rules }), key).toEqual([]);
        await screen.press('Escape');
      }
      await screen.press('b');
      expect(await violations(page, { rules }), 'black').toEqual([]);
      await screen.press('End');
      await screen.shows('tehran-gains', 'end');
      expect(await violations(page, { rules }), 'end').toEqual([]);
    });

    test('axe finds nothing wrong with the speaker’s window', async ({
      projector: speaker,
      page,
      another
    }) => {
      await speaker.open(speakerPath);
      expect(await violations(page, { rules }), 'alone').toEqual([]);
      const screen = await another(`${presentPath}#port-calls`);
      await expect(page.getByText('In step with the screen')).toBeVisible();
      await speaker.isAt('port-calls');
      expect(await violations(page, { rules }), 'in step').toEqual([]);
      await screen.page.close();
      await expect(page.getByText('The screen is gone')).toBeVisible();
      expect(await violations(page, { rules }), 'screen gone').toEqual([]);
    });
  });
}

test.describe('with the time stopped', () => {
  test.use({ ownContext: true });

  test('the controls go when the pointer rests, and come for the keyboard', async ({
    projector: screen,
    page
  }) => {
    await page.clock.install();
    await screen.open(`${presentPath}#shoigu`);
    const controls = page.getByRole('toolbar', { name: 'Presentation' });
    await page.mouse.move(500, 300);
    await expect(controls).toHaveCSS('opacity', '1');
    await page.clock.runFor(3000);
    await expect(controls).toHaveCSS('opacity', '0');
    await page.keyboard.press('Tab');
    for (let i = 0; i < 30; i++) {
      if (await controls.locator(':focus').count()) break;
      await page.keyboard.press('Tab');
    }
    await expect(controls).toHaveCSS('opacity', '1');
  });
});
