import type { Page } from '@playwright/test';
import { partsOfColour } from '../same-picture.ts';
import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

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

const fineScale = 2;

/** The pieces that the lines of a hue are drawn in, px in the window, and where the places' dots are. */
async function linesSeen(page: Page, reading: Reading, hue: number) {
  const dots = await reading.stage.locator('svg:has(text) circle').evaluateAll((circles) =>
    circles.map((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    })
  );
  await page.addStyleTag({
    content: '[data-map] :is(.over, .corner), .maplibregl-canvas { visibility: hidden }'
  });
  await reading.nextFrame();
  const clip = await reading.freePart();
  const colour = await page.evaluate((name) => {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  }, `--hue-${hue}`);
  const parts = await partsOfColour(await page.screenshot({ clip }), colour);
  return {
    dots,
    parts: parts.map((part) =>
      part.map(([x, y]) => [clip.x + x / fineScale, clip.y + y / fineScale] as const)
    )
  };
}

test.describe('on a fine screen', () => {
  // A line starts thinner than a coarse screen's pixel, and so fainter than its colour.
  test.use({ deviceScaleFactor: fineScale });

  test('a confirmed line is one piece that points to its place, planned ones are dots', async ({
    page,
    reading
  }) => {
    await test.step('confirmed, from Moscow to Tehran', async () => {
      await reading.open('shoigu');
      const { dots, parts } = await linesSeen(page, reading, 1);
      expect(dots).toHaveLength(2);
      // Moscow lies north of Tehran.
      const [moscow, tehran] = dots.toSorted((a, b) => a[1] - b[1]);
      expect(parts).toHaveLength(1);
      const near = ([x, y]: readonly [number, number]) =>
        parts[0]!.filter((px) => Math.hypot(px[0] - x, px[1] - y) < 20).length;
      expect(near(moscow!)).toBeGreaterThan(10);
      expect(near(tehran!)).toBeGreaterThan(3 * near(moscow!));
    });
    await test.step('planned, across the Caspian', async () => {
      await reading.pressTo('ArrowRight', 'port-calls');
      await reading.mapIsIdle();
      const { parts } = await linesSeen(page, reading, 3);
      expect(parts.length).toBeGreaterThan(50);
      const sizes = parts.map((part) => part.length);
      // The two heads are larger.
      expect(sizes.filter((size) => size > 100)).toHaveLength(2);
    });
  });
});

test('lines are drawn with the map, once a frame, and not while there are none', async ({
  page,
  reading
}) => {
  const drawing = await countDrawing(page);
  const canvas = reading.stage.locator('canvas:not(.maplibregl-canvas)');

  await test.step('the canvas has its size before there is a line', async () => {
    await reading.open(steps[0]!.id);
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
  await test.step('none are drawn from one step without lines to another', async () => {
    await reading.find('two-forces');
    await expect(canvas).toBeVisible();
    await reading.pressTo('ArrowRight', 'moscow-telling');
    await reading.mapIsComplete();
    await expect(canvas).toBeHidden();
    await drawing.forget();
    await reading.pressTo('ArrowRight', 'tehran-telling');
    await reading.mapIsIdle();
    const { map, lines } = await drawing.seen();
    expect(Object.keys(map).length).toBeGreaterThan(1);
    expect(lines).toEqual({});
  });
  await test.step('they are drawn in the frames that the map is drawn in', async () => {
    await reading.find('shoigu');
    await expect(canvas).toBeVisible();
    await reading.mapIsIdle();
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
});
