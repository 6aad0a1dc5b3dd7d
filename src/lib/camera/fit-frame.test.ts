import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, freePart, type Frame } from '../frame.ts';
import type { LngLat } from '../story/story.ts';
import { viewportOf } from './camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import { fitFrame, type Shape } from './fit-frame.ts';

const frames: Frame[] = [
  { width: 360, height: 300, padding: { top: 18, right: 18, bottom: 18, left: 18 } },
  { width: 1366, height: 768, padding: { top: 18, right: 18, bottom: 110, left: 540 } },
  { width: 2560, height: 1080, padding: { top: 18, right: 18, bottom: 110, left: 620 } }
];

const point = (lngLat: LngLat, px = 10): Shape => [
  { lngLat, left: px, right: px, top: px, bottom: px }
];

function expectInside(shapes: readonly Shape[], frame: Frame) {
  const camera = fitFrame(shapes, frame);
  const viewport = viewportOf(camera, frame);
  for (const { lngLat, left, right, top, bottom } of shapes.flat()) {
    const [x, y] = viewport.project([nearLng(lngLat[0], camera.center[0]), lngLat[1]]);
    const free = freePart(frame);
    const air = {
      left: free.left - 0.5,
      top: free.top - 0.5,
      right: free.right + 0.5,
      bottom: free.bottom + 0.5
    };
    expect(
      contains(air, { left: x! - left, right: x! + right, top: y! - top, bottom: y! + bottom })
    ).toBe(true);
  }
}

describe('fitFrame(shapes, frame)', () => {
  it('puts points and the room around them inside the free part, wherever they are', () => {
    const anywhere = fc.tuple(
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: -60, max: 65 })
    );
    fc.assert(
      fc.property(
        anywhere,
        fc.array(fc.tuple(fc.integer({ min: -25, max: 25 }), fc.integer({ min: -6, max: 6 })), {
          minLength: 1,
          maxLength: 8
        }),
        fc.constantFrom(...frames),
        ([lng, lat], offsets, frame) => {
          expectInside(
            offsets.map(([dx, dy]) => point([((lng + dx + 540) % 360) - 180, lat + dy])),
            frame
          );
        }
      )
    );
  });

  it('frames two places on both sides of the date line across it, not around the world', () => {
    const camera = fitFrame([point([178, -18]), point([-172, -14])], frames[1]!);
    expect(camera.zoom).toBeGreaterThan(4);
    expectInside([point([178, -18]), point([-172, -14])], frames[1]!);
  });

  it('keeps a shape that reaches over the date line in one piece', () => {
    const chukotka: Shape = [170, 180, 190].flatMap((lng) => point([lng, 66]));
    const shapes = [chukotka, point([-150, 61]), point([158, 53])];
    const camera = fitFrame(shapes, frames[1]!);
    expect(camera.zoom).toBeGreaterThan(2.5);
    expectInside(shapes, frames[1]!);
  });

  it('does not mind a shape without points', () => {
    const shapes = [point([37.6, 55.8]), point([51.4, 35.7])];
    expect(fitFrame([[], ...shapes], frames[1]!)).toEqual(fitFrame(shapes, frames[1]!));
  });

  it('comes so near that one side of the free part is filled', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -40, max: 50 })),
        fc.tuple(fc.integer({ min: 16, max: 25 }), fc.integer({ min: 8, max: 20 })),
        fc.constantFrom(...frames),
        ([lng, lat], [across, up], frame) => {
          const shapes = [point([lng, lat]), point([lng + across, lat + up])];
          const camera = fitFrame(shapes, frame);
          const viewport = viewportOf(camera, frame);
          const [a, b] = [
            [lng, lat],
            [lng + across, lat + up]
          ].map(([x, y]) => viewport.project([nearLng(x!, camera.center[0]), y!]));
          const free = freePart(frame);
          const roomX = free.right - free.left - Math.abs(b![0]! - a![0]!) - 20;
          const roomY = free.bottom - free.top - Math.abs(b![1]! - a![1]!) - 20;
          expect(Math.min(roomX, roomY)).toBeCloseTo(0, 2);
        }
      )
    );
  });

  it('gives one answer for the same shapes in another order', () => {
    const shapes = [point([37.6, 55.8]), point([51.4, 35.7]), point([36.3, 33.5])];
    expect(fitFrame([...shapes].reverse(), frames[0]!)).toEqual(fitFrame(shapes, frames[0]!));
  });

  it('goes no closer than the geography can show', () => {
    expect(fitFrame([point([37.6, 55.8]), point([37.7, 55.9])], frames[1]!).zoom).toBe(6.5);
  });

  it('leaves a lone place its surroundings', () => {
    for (const frame of frames) {
      const camera = fitFrame([point([37.6, 55.8]), point([37.6, 55.8])], frame);
      const free = freePart(frame);
      const side = Math.min(free.right - free.left, free.bottom - free.top);
      const viewport = viewportOf(camera, frame);
      expect(viewport.unproject([side, 0])[0]! - viewport.unproject([0, 0])[0]!).toBeCloseTo(16, 3);
    }
  });

  it('shows the world where there is nothing to frame', () => {
    expect(fitFrame([], frames[1]!).zoom).toBeLessThan(1.5);
  });
});
