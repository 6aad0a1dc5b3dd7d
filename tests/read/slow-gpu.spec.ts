import { expect, test } from '../story-test.ts';

test('while the GPU is behind, the text scrolls on, and the map waits with its names and badges', async ({
  page,
  reading
}) => {
  await page.addInitScript(() => {
    const gl = WebGL2RenderingContext.prototype;
    const { getSyncParameter } = gl;
    Object.assign(globalThis, { behind: false });
    Object.assign(gl, {
      getSyncParameter(this: WebGL2RenderingContext, sync: WebGLSync, name: number) {
        const { behind } = globalThis as unknown as { behind: boolean };
        return behind ? gl.UNSIGNALED : (getSyncParameter.call(this, sync, name) as unknown);
      }
    });
  });
  const behind = (is: boolean) => page.evaluate(`behind = ${is}`);
  await reading.open('shoigu');
  const at = await reading.seen();
  await reading.pressTo('ArrowRight', 'port-calls');
  await reading.mapIsIdle();
  const after = await reading.seen();
  await reading.pressTo('ArrowLeft', 'shoigu');
  await reading.mapIsIdle();
  await reading.seesAgain(at);

  await behind(true);
  await reading.pressTo('ArrowRight', 'port-calls');
  await expect(reading.card('port-calls')).toBeInViewport();
  await expect(reading.stage).toHaveAttribute('data-map', 'moving');
  expect(await reading.labels()).not.toEqual(after.labels);

  await behind(false);
  await reading.mapIsIdle();
  await reading.seesAgain(after);
});
