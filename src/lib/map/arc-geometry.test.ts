import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import { arcGeometry, pointSize, turnsTo } from './arc-geometry.ts';

/** What the numbers of each point say. */
function pointsOf(path: readonly LngLat[], nearLng: number) {
  const { points } = arcGeometry(path, nearLng);
  return path.map((_, i) => {
    const [lng, lat, lngLow, latLow, acrossX, acrossY, way] = points.subarray(
      i * pointSize,
      (i + 1) * pointSize
    ) as unknown as [number, number, number, number, number, number, number];
    return { lngLat: [lng + lngLow, lat + latLow], across: [acrossX, acrossY] as const, way };
  });
}

const lngLat = fc.tuple(
  fc.double({ min: -200, max: 200, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true })
);
const paths = fc.array(lngLat, { minLength: 2, maxLength: 20 });

describe('arcGeometry(path, nearLng)', () => {
  it('measures in a world 512 wide', () => {
    const path: LngLat[] = [
      [-180, 0],
      [0, 0],
      [180, 0]
    ];
    expect(pointsOf(path, 0).map(({ way }) => way)).toEqual([0, 256, 512]);
    expect(arcGeometry(path, 0).total).toBe(512);
  });

  it('has ways that start with 0, never fall, and end at the total', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const ways = pointsOf(path, 0).map(({ way }) => way);
        expect(ways[0]).toBe(0);
        for (let i = 1; i < ways.length; i++) expect(ways[i]).toBeGreaterThanOrEqual(ways[i - 1]!);
        expect(ways.at(-1)).toBeCloseTo(arcGeometry(path, 0).total, 2);
      })
    );
  });

  it('keeps a place to a millimetre, of which single precision alone keeps half a metre', () => {
    const [first] = pointsOf(
      [
        [37.617812345, 55.751298765],
        [51.4, 35.7]
      ],
      37
    );
    expect(first!.lngLat[0]).toBeCloseTo(37.617812345, 9);
    expect(first!.lngLat[1]).toBeCloseTo(55.751298765, 9);
    expect(Math.fround(37.617812345)).not.toBeCloseTo(37.617812345, 7);
  });

  it('moves an arc over the date line to the side it is seen from', () => {
    const path: LngLat[] = [
      [170, 40],
      [185, 45],
      [200, 40]
    ];
    const lngLats = (nearLng: number) => pointsOf(path, nearLng).map((point) => point.lngLat);
    expect(lngLats(175)).toEqual(path);
    expect(lngLats(-175)).toEqual([
      [-190, 40],
      [-175, 45],
      [-160, 40]
    ]);
  });

  it('has its edge across the line, to its left, and at a corner where the edges of both legs meet', () => {
    const [start, corner, end] = pointsOf(
      [
        [0, 0],
        [10, 0],
        [10, 10]
      ],
      0
    );
    expect(start!.across).toEqual([-0, 1]);
    expect(corner!.across[0]).toBeCloseTo(-1, 6);
    expect(corner!.across[1]).toBeCloseTo(1, 6);
    expect(end!.across).toEqual([-1, 0]);
  });

  it('keeps the edge near a corner, however sharp', () => {
    fc.assert(
      fc.property(paths, (path) => {
        for (const { across } of pointsOf(path, 0)) {
          const length = Math.hypot(...across);
          expect(length).toBeGreaterThan(0.999);
          expect(length).toBeLessThan(2.001);
        }
      })
    );
    const backAgain: LngLat[] = [
      [0, 0],
      [10, 0],
      [0, 0]
    ];
    expect(pointsOf(backAgain, 0)[1]!.across).toEqual([-0, 1]);
  });

  it('goes on across a leg without length as the line did before it', () => {
    const path: LngLat[] = [
      [0, 0],
      [10, 0],
      [10, 0],
      [20, 0]
    ];
    for (const { across } of pointsOf(path, 0)) expect(across).toEqual([-0, 1]);
  });
});

describe('turnsTo(path, nearLng)', () => {
  it('leaves the middle within half a turn', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -600, max: 600, noNaN: true }),
        fc.integer({ min: -180, max: 179 }),
        (lng, near) => {
          const moved = lng + 360 * turnsTo([[lng, 0]], near);
          expect(Math.abs(moved - near)).toBeLessThanOrEqual(180);
        }
      )
    );
  });
});
