import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePart, type Frame } from '../frame.ts';
import type { LngLat } from '../story/story.ts';
import { cameraOn, focusOf, latitudeAt, maxLatitude, mercatorY, viewportOf } from './camera.ts';

const frame: Frame = {
  width: 1366,
  height: 768,
  padding: { top: 30, right: 20, bottom: 110, left: 540 }
};
const level = { bearing: 0, pitch: 0 };

describe('mercatorY(lat)', () => {
  it('is 0 at the equator and half a world at the ends of the square world', () => {
    expect(mercatorY(0)).toBeCloseTo(0, 12);
    expect(mercatorY(maxLatitude)).toBeCloseTo(0.5, 7);
    expect(mercatorY(-maxLatitude)).toBeCloseTo(-0.5, 7);
  });

  it('holds latitudes beyond the square world to its ends', () => {
    expect(mercatorY(90)).toBe(mercatorY(maxLatitude));
    expect(mercatorY(-90)).toBe(mercatorY(-maxLatitude));
  });

  it('is undone by latitudeAt', () => {
    fc.assert(
      fc.property(fc.double({ min: -85, max: 85, noNaN: true }), (lat) => {
        expect(latitudeAt(mercatorY(lat))).toBeCloseTo(lat, 9);
      })
    );
  });
});

describe('viewportOf(camera, frame)', () => {
  it('stands the camera’s centre in the middle of the frame', () => {
    const viewport = viewportOf({ center: [51, 35], zoom: 5, bearing: 30, pitch: 40 }, frame);
    const [x, y] = viewport.project([51, 35]);
    expect(x).toBeCloseTo(683, 6);
    expect(y).toBeCloseTo(384, 6);
  });

  it('has 512 px for the world at zoom 0, and twice as many a zoom level further in', () => {
    const px = (zoom: number) => {
      const viewport = viewportOf({ center: [0, 0], zoom, ...level }, frame);
      return viewport.project([90, 0])[0]! - viewport.project([0, 0])[0]!;
    };
    expect(px(0)).toBeCloseTo(128, 6);
    expect(px(3)).toBeCloseTo(1024, 6);
  });
});

describe('cameraOn(focus, camera, frame)', () => {
  it('stands the focus in the middle of the free part, turned and tilted too', () => {
    fc.assert(
      fc.property(
        fc.record({
          lng: fc.integer({ min: -150, max: 150 }),
          lat: fc.integer({ min: -50, max: 60 }),
          zoom: fc.double({ min: 3, max: 8, noNaN: true }),
          bearing: fc.integer({ min: -180, max: 180 }),
          pitch: fc.integer({ min: 0, max: 40 })
        }),
        ({ lng, lat, ...rest }) => {
          const camera = cameraOn([lng, lat], rest, frame);
          expect(camera).toMatchObject(rest);
          const free = freePart(frame);
          const [x, y] = viewportOf(camera, frame).project([lng, lat]);
          const turns = (x! - (free.left + free.right) / 2) / (512 * 2 ** rest.zoom);
          expect(turns).toBeCloseTo(Math.round(turns), 6);
          expect(y).toBeCloseTo((free.top + free.bottom) / 2, 4);
        }
      )
    );
  });

  it('is undone by focusOf', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -50, max: 60 })),
        fc.double({ min: 3, max: 8, noNaN: true }),
        (focus: LngLat, zoom) => {
          const [lng, lat] = focusOf(cameraOn(focus, { zoom, ...level }, frame), frame);
          expect(lng).toBeCloseTo(focus[0], 6);
          expect(lat).toBeCloseTo(focus[1], 6);
        }
      )
    );
  });

  it('keeps its centre’s longitude within −180 to 180', () => {
    const { center } = cameraOn([-179, 0], { zoom: 2, ...level }, frame);
    expect(center[0]).toBeGreaterThan(100);
    expect(center[0]).toBeLessThanOrEqual(180);
  });

  it('comes so near that the world is as tall and as wide as the frame, and is there once', () => {
    const tall = { ...frame, width: 400 };
    expect(cameraOn([40, 20], { zoom: 0, ...level }, tall).zoom).toBeCloseTo(Math.log2(1.5), 9);
    const { zoom } = cameraOn([40, 20], { zoom: 0, ...level }, frame);
    expect(512 * 2 ** zoom).toBeCloseTo(frame.width, 6);
  });

  it('never looks past the upper or the lower edge of the world', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -89, max: 89 }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (lat, zoom) => {
          const camera = cameraOn([40, lat], { zoom, ...level }, frame);
          const worldPx = 512 * 2 ** camera.zoom;
          const reach = Math.abs(mercatorY(camera.center[1])) * worldPx + frame.height / 2;
          expect(reach).toBeLessThanOrEqual(worldPx / 2 + 1e-6);
        }
      )
    );
  });

  it('stands at the edge of the world, and no further from it, for a focus at a pole', () => {
    const edges = (lat: number) => {
      const camera = cameraOn([40, lat], { zoom: 4, ...level }, frame);
      const worldPx = 512 * 2 ** 4;
      return mercatorY(camera.center[1]) * worldPx + (Math.sign(lat) * frame.height) / 2;
    };
    expect(edges(89)).toBeCloseTo(4096, 4);
    expect(edges(-89)).toBeCloseTo(-4096, 4);
  });
});
