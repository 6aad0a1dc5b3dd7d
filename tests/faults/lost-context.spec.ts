import { colourCount } from '../same-picture.ts';
import { expect, test } from '../story-test.ts';

// What the browser itself asks for meanwhile, its icon, does not come without a network.
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

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

test('a context that is lost again before the map has come back brings the same picture, too', async ({
  reading
}) => {
  await reading.open('shoigu');
  const seen = await reading.seen();
  await reading.stage.locator('canvas.maplibregl-canvas').evaluate(async (canvas) => {
    const gl = (canvas as HTMLCanvasElement).getContext('webgl2')!;
    const context = gl.getExtension('WEBGL_lose_context')!;
    const next = (event: string) =>
      new Promise((done) => canvas.addEventListener(event, done, { once: true }));
    const lose = () => {
      const lost = next('webglcontextlost');
      context.loseContext();
      return lost;
    };
    await lose();
    const restored = next('webglcontextrestored');
    // No frame is drawn meanwhile, as in a window behind another: MapLibre loads a style in a frame.
    const { requestAnimationFrame } = window;
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => -held.push(callback);
    // Only a task after the page has been told of its loss a browser gives a context back.
    setTimeout(() => context.restoreContext());
    await restored.then(lose);
    window.requestAnimationFrame = requestAnimationFrame;
    setTimeout(() => context.restoreContext());
  });
  await reading.mapIsIdle();
  await reading.seesAgain(seen);
});
