import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewportOf } from '../camera/camera.ts';
import type { Frame } from '../frame.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { MercatorGround } from './ground.ts';

const frame: Frame = { width: 480, height: 380, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
const cameras = fc.record({
  center: fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -70, max: 70, noNaN: true })
  ),
  zoom: fc.double({ min: 0, max: 12, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
  pitch: fc.double({ min: 0, max: 60, noNaN: true })
}) satisfies fc.Arbitrary<Camera>;
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('MercatorGround.project(lngLat)', () => {
  it('agrees with the live map to a hundredth of a px, whatever the bearing and pitch', () => {
    fc.assert(
      fc.property(cameras, shares, shares, (camera, across, down) => {
        const viewport = viewportOf(camera, frame);
        const at: [number, number] = [across * frame.width, down * frame.height];
        const [lng, lat] = viewport.unproject(at) as [number, number];
        if (Math.abs(lat) > 85) return;
        const [x, y] = new MercatorGround(camera, frame).project([lng, lat]);
        const [seenX, seenY] = viewport.project([lng, lat]) as [number, number];
        expect(Math.hypot(x - seenX, y - seenY)).toBeLessThan(0.01);
      })
    );
  });
});

describe('MercatorGround.bounds(marginPx)', () => {
  it('holds everything that is seen in the frame and its margin', () => {
    fc.assert(
      fc.property(cameras, shares, shares, (camera, across, down) => {
        const ground = new MercatorGround(camera, frame);
        const { left, right, top, bottom } = ground.bounds(10);
        const [x, y] = [left + (right - left) * across, top + (bottom - top) * down];
        const [seenX, seenY] = ground.toFrame([x, y]);
        expect(seenY).toBeGreaterThanOrEqual(-10.001);
        expect(seenY).toBeLessThanOrEqual(frame.height + 10.001);
        if (across === 0) expect(seenX).toBeLessThanOrEqual(-9.999);
        if (across === 1) expect(seenX).toBeGreaterThanOrEqual(frame.width + 9.999);
      })
    );
  });

  it('is the frame and its margin where the camera looks straight down', () => {
    const ground = new MercatorGround({ center: [10, 20], zoom: 3, bearing: 40, pitch: 0 }, frame);
    expect(ground.bounds(10)).toEqual({ left: -250, right: 250, top: -200, bottom: 200 });
  });
});

describe('MercatorGround.copies(bounds)', () => {
  const copies = (lng: number, zoom: number, bearing = 0) => {
    const ground = new MercatorGround(
      { center: [lng, 0] as LngLat, zoom, bearing, pitch: 0 },
      frame
    );
    return ground.copies(ground.bounds(0)).map((turn) => turn + 0);
  };

  it('is the world alone far from the date line', () => {
    expect(copies(45, 3)).toEqual([0]);
  });

  it('adds the world beyond the date line on the side that is seen', () => {
    expect(copies(175, 3)).toEqual([0, 1]);
    expect(copies(-175, 3)).toEqual([-1, 0]);
    expect(copies(175, 3, 180)).toEqual([0, 1]);
  });

  it('adds the world on both sides where it is narrower than the frame', () => {
    expect(copies(0, -0.5)).toEqual([-1, 0, 1]);
  });
});
