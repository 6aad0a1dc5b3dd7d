import type { Page } from '@playwright/test';
import { expect, test } from '../story-test.ts';

/** Frames of the browser by their number, and how often the map and its lines were drawn in each. */
interface Drawn {
  readonly map: Readonly<Record<number, number>>;
  readonly lines: Readonly<Record<number, number>>;
}

/** Counts from now on, in every document that the page opens, how often each WebGL canvas is drawn on. */
async function countDrawing(
  page: Page
): Promise<{ forget(): Promise<void>; seen(): Promise<Drawn> }> {
  await page.addInitScript(() => {
    let frame = 0;
    const next = () => {
      frame++;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    const forget = () =>
      Object.assign(globalThis, {
        drawn: { map: {}, lines: {} } as Record<string, Record<number, number>>
      });
    forget();
    const gl = WebGL2RenderingContext.prototype;
    for (const name of [
      'drawArrays',
      'drawElements',
      'drawArraysInstanced',
      'drawElementsInstanced'
    ] as const) {
      const draw = gl[name] as (...args: unknown[]) => void;
      Object.assign(gl, {
        [name](this: WebGL2RenderingContext, ...args: unknown[]) {
          const isMap = (this.canvas as HTMLCanvasElement).matches('.maplibregl-canvas');
          const { drawn } = globalThis as unknown as {
            drawn: Record<'map' | 'lines', Record<number, number>>;
          };
          const counts = drawn[isMap ? 'map' : 'lines'];
          counts[frame] = (counts[frame] ?? 0) + 1;
          draw.apply(this, args);
        }
      });
    }
    Object.assign(globalThis, { forget });
  });
  return {
    forget: () => page.evaluate('forget()'),
    seen: () => page.evaluate('drawn')
  };
}

test('lines are drawn in the frame that the map is drawn in, once', async ({ page, reading }) => {
  const drawing = await countDrawing(page);
  await reading.open('shoigu');
  await drawing.forget();
  for (const step of ['port-calls', 'velayati']) {
    await reading.pressTo('ArrowRight', step);
    await reading.mapIsIdle();
  }
  const { map, lines } = await drawing.seen();
  expect(Object.keys(lines).length).toBeGreaterThan(1);
  expect(Object.keys(map)).toEqual(expect.arrayContaining(Object.keys(lines)));
  // One layer, all of it in one call.
  expect(new Set(Object.values(lines))).toEqual(new Set([1]));
});

test('nothing is drawn of lines while there are none', async ({ page, reading }) => {
  const drawing = await countDrawing(page);
  await reading.open('two-forces');
  const canvas = reading.stage.locator('canvas:not(.maplibregl-canvas)');
  await expect(canvas).toBeVisible();
  await reading.pressTo('ArrowRight', 'moscow-telling');
  await reading.mapIsIdle();
  await expect(canvas).toBeHidden();
  await drawing.forget();
  await reading.pressTo('ArrowRight', 'tehran-telling');
  await reading.mapIsIdle();
  const { map, lines } = await drawing.seen();
  expect(Object.keys(map).length).toBeGreaterThan(1);
  expect(lines).toEqual({});
  await reading.find('shoigu');
  await expect(canvas).toBeVisible();
});

test('the canvas of the lines has its size before there is one', async ({ reading }) => {
  await reading.open();
  const canvas = reading.stage.locator('canvas:not(.maplibregl-canvas)');
  const widths = () =>
    canvas.evaluate((element: HTMLCanvasElement) => [
      element.width,
      Math.round(element.clientWidth * devicePixelRatio)
    ]);
  await expect(canvas).toBeHidden();
  await expect
    .poll(async () => {
      const [drawn, laidOut] = await widths();
      return drawn === laidOut;
    })
    .toBe(true);
});
