import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import { arcGeometry } from './arc-geometry.ts';

const lngLat = fc.tuple(
  fc.double({ min: -200, max: 200, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true })
);
const paths = fc.array(lngLat, { minLength: 2, maxLength: 20 });

describe('arcGeometry(path, lngShift)', () => {
  it('measures in a world 512 wide', () => {
    const path: LngLat[] = [
      [-180, 0],
      [0, 0],
      [180, 0]
    ];
    const { lengths, totalLength } = arcGeometry(path, 0);
    expect([...lengths]).toEqual([0, 256, 512]);
    expect(totalLength).toBe(512);
  });

  it('has lengths that start with 0, never fall, and end at the total', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const { lengths, totalLength } = arcGeometry(path, 0);
        expect(lengths[0]).toBe(0);
        for (let i = 1; i < lengths.length; i++) {
          expect(lengths[i]).toBeGreaterThanOrEqual(lengths[i - 1]!);
        }
        expect(lengths.at(-1)).toBeCloseTo(totalLength, 2);
      })
    );
  });

  it('keeps a place to a millimetre, of which single precision alone keeps half a metre', () => {
    const path: LngLat[] = [
      [37.617812345, 55.751298765],
      [51.4, 35.7]
    ];
    const { positions } = arcGeometry(path, 0);
    expect(positions[0]).toBeCloseTo(37.617812345, 9);
    expect(positions[1]).toBeCloseTo(55.751298765, 9);
    expect(Math.fround(37.617812345)).not.toBeCloseTo(37.617812345, 7);
  });

  it('moves the whole arc by the shift, and measures it alike', () => {
    fc.assert(
      fc.property(paths, fc.constantFrom(-360, 0, 360), (path, shift) => {
        const { positions, lengths } = arcGeometry(path, shift);
        expect([...positions]).toEqual(path.flatMap(([lng, lat]) => [lng + shift, lat]));
        expect(lengths).toEqual(arcGeometry(path, 0).lengths);
      })
    );
  });
});
