import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePart, type Frame } from '../frame.ts';
import { angleBetween, toVector } from '../geometry/sphere.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { isBehind } from './camera.ts';
import { fitFrame, type Shape } from './fit-frame.ts';
import { fly } from './fly.ts';
import { GlobeViewport } from './globe.ts';

const frame: Frame = {
  width: 1366,
  height: 768,
  padding: { top: 35, right: 35, bottom: 131, left: 575 }
};
const phone: Frame = {
  width: 360,
  height: 300,
  padding: { top: 14, right: 14, bottom: 14, left: 14 }
};
const places = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true })
);
const cameras = fc.record({
  center: places,
  zoom: fc.double({ min: -2, max: 8, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
  pitch: fc.constant(0),
  projection: fc.constant('globe' as const)
});
const kmApart = (a: LngLat, b: LngLat) => angleBetween(toVector(a), toVector(b)) * 6371;

/** A shape of places without px around them. */
const shapeOf = (lngLats: readonly LngLat[], px = 0): Shape =>
  lngLats.map((lngLat) => ({ lngLat, left: px, right: px, top: px, bottom: px }));
const framed = (shape: Shape, inFrame = frame): Camera => fitFrame([shape], inFrame, 'globe');

describe('GlobeViewport', () => {
  it('finds the place at the px of a place on the near side', () => {
    fc.assert(
      fc.property(cameras, places, (camera, place) => {
        // At its edge a px of the globe is many km.
        if (isBehind(camera, place, 2)) return;
        const viewport = new GlobeViewport(camera, frame);
        expect(kmApart(viewport.unproject(viewport.project(place)) as LngLat, place)).toBeLessThan(
          0.01
        );
      })
    );
  });

  it('has what it looks at in the middle of the free part, and all of the globe within its radius', () => {
    fc.assert(
      fc.property(cameras, places, (camera, place) => {
        const viewport = new GlobeViewport(camera, frame);
        const { middle, radius } = viewport;
        const [x, y] = viewport.project(camera.center);
        expect(Math.hypot(x - middle[0], y - middle[1])).toBeLessThan(1e-6 * radius);
        const [atX, atY] = viewport.project(place);
        expect(Math.hypot(atX - middle[0], atY - middle[1])).toBeLessThanOrEqual(radius * 1.000001);
      })
    );
  });

  it('takes a px beside the globe for the nearest place on its edge', () => {
    const viewport = new GlobeViewport({ center: [0, 0], zoom: 0, bearing: 0, pitch: 0 }, frame);
    const [lng, lat] = viewport.unproject([5000, viewport.middle[1]]);
    expect([lng, lat]).toEqual([expect.closeTo(90, 1), expect.closeTo(0, 6)]);
  });
});

describe('fitFrame(shapes, frame, "globe")', () => {
  const near = fc
    .record({
      around: places,
      offsets: fc.array(
        fc.tuple(
          fc.double({ min: -20, max: 20, noNaN: true }),
          fc.double({ min: -20, max: 20, noNaN: true })
        ),
        { minLength: 2, maxLength: 8 }
      )
    })
    .map(({ around: [lng, lat], offsets }) =>
      offsets.map(([east, north]): LngLat => [lng + east, Math.max(-90, Math.min(90, lat + north))])
    );

  it('has every place on the near side and, with its px, within the free part', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 60 }), (lngLats, px) => {
        const camera = framed(shapeOf(lngLats, px));
        const viewport = new GlobeViewport(camera, frame);
        const free = freePart(frame);
        for (const lngLat of lngLats) {
          expect(isBehind(camera, lngLat, 0)).toBe(false);
          const [x, y] = viewport.project(lngLat);
          expect(x - px).toBeGreaterThan(free.left - 0.5);
          expect(x + px).toBeLessThan(free.right + 0.5);
          expect(y - px).toBeGreaterThan(free.top - 0.5);
          expect(y + px).toBeLessThan(free.bottom + 0.5);
        }
      })
    );
  });

  it('looks at the same place in every frame', () => {
    fc.assert(
      fc.property(near, (lngLats) => {
        expect(framed(shapeOf(lngLats, 20), phone).center).toEqual(framed(shapeOf(lngLats)).center);
      })
    );
  });

  it('looks straight at a pole that places lie around, Greenwich up or down', () => {
    const around = Array.from({ length: 12 }, (_, i): LngLat => [i * 30 - 180, -70]);
    expect(framed(shapeOf(around)).center).toEqual([0, -90]);
  });

  it('goes over the date line', () => {
    const { center } = framed(
      shapeOf([
        [170, 10],
        [-170, 10]
      ])
    );
    expect(Math.abs(center[0])).toBeCloseTo(180, 3);
  });

  it('shows the whole globe where places are on both sides of it, or where there are none', () => {
    const free = freePart(frame);
    const whole = Math.min(free.right - free.left, free.bottom - free.top) / 2;
    for (const shape of [
      shapeOf([
        [0, 90],
        [0, -90],
        [-77, 39]
      ]),
      []
    ]) {
      expect(new GlobeViewport(framed(shape), frame).radius).toBeCloseTo(whole, 6);
    }
  });
});

describe('fly(from, to, frame) on a globe', () => {
  const look = (center: LngLat, zoom = 3): Camera => ({
    center,
    zoom,
    bearing: 0,
    pitch: 0,
    projection: 'globe'
  });
  const stops = (from: Camera, to: Camera) => {
    const flight = fly(from, to, frame);
    return Array.from({ length: 101 }, (_, i) => flight(i / 100));
  };

  it('begins and ends at its cameras, to the bit, and moves without a jump', () => {
    fc.assert(
      fc.property(cameras, cameras, (from, to) => {
        const flown = stops(from, to);
        expect(flown[0]).toBe(from);
        expect(flown.at(-1)).toBe(to);
        // A jump is what lies farther on the screen than a few steps of a hundredth.
        const reach = kmApart(from.center, to.center);
        flown.slice(1).forEach((camera, i) => {
          expect(Number.isFinite(camera.zoom)).toBe(true);
          expect(kmApart(camera.center, flown[i]!.center)).toBeLessThan(Math.max(1, reach));
        });
      }),
      { numRuns: 50 }
    );
  });

  it('takes the shorter way over the date line', () => {
    const lngs = stops(look([170, 0]), look([-170, 0])).map(({ center }) => Math.abs(center[0]));
    expect(Math.min(...lngs)).toBeGreaterThan(169.9);
  });

  it('turns evenly about a pole that lies on the way', () => {
    const flown = stops(look([-150, 78]), look([20, 79]));
    const turns = flown.slice(1).map(({ center }, i) => Math.abs(center[0] - flown[i]!.center[0]));
    const whole = turns.reduce((sum, turn) => sum + turn);
    expect(whole).toBeCloseTo(170, 3);
    expect(Math.max(...turns)).toBeLessThan(10);
  });
});
