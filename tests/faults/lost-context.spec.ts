import { colourCount } from '../same-picture.ts';
import { expect, test } from '../story-test.ts';

test('a lost WebGL context is reported, and the same picture comes back, also without a network', async ({
  page,
  reading
}) => {
  await reading.open('shoigu');
  const seen = await reading.seen();
  expect(await colourCount(seen.picture)).toBeGreaterThan(20);
  const canvases = await reading.stage.locator('canvas').count();
  expect(canvases).toBeGreaterThan(0);

  for (let index = 0; index < canvases; index++) {
    await test.step(`canvas ${index + 1} of ${canvases}`, async () => {
      const contexts = await reading.stage
        .locator('canvas')
        .nth(index)
        .evaluateHandle((canvas) => {
          const gl = (canvas as HTMLCanvasElement).getContext('webgl2')!;
          return gl.getExtension('WEBGL_lose_context')!;
        });
      await contexts.evaluate((extension) => extension.loseContext());
      await expect(reading.stage).toHaveAttribute('data-map', 'failed');
      const picture = reading.stage.getByRole('img', { name: /^Map/ });
      await expect(picture).toBeVisible();
      // The story goes on meanwhile.
      await reading.pressTo('ArrowRight', 'port-calls');
      await reading.pressTo('ArrowLeft', 'shoigu');
      await page.context().setOffline(true);
      await contexts.evaluate((extension) => extension.restoreContext());
      await reading.mapIsIdle();
      await page.context().setOffline(false);
      await expect(picture).toHaveCount(0);
      await reading.seesAgain(seen);
    });
  }
});
