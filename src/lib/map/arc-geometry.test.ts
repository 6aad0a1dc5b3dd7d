import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import { arcGeometry, turnsTo } from './arc-geometry.ts';

describe('arcGeometry(id, path, nearLng)', () => {
  it('measures in a world 512 wide', () => {
    const { lengths, total } = arcGeometry(
      'a',
      [
        [-180, 0],
        [0, 0],
        [180, 0]
      ] as LngLat[],
      0
    );
    expect([...lengths]).toEqual([0, 256, 512]);
    expect(total).toBe(512);
  });

  it('has lengths that never fall, and end at the total', () => {
    const lngLat = fc.tuple(
      fc.double({ min: -200, max: 200, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true })
    );
    fc.assert(
      fc.property(fc.array(lngLat, { minLength: 2, maxLength: 20 }), (path) => {
        const { lengths, total } = arcGeometry('a', path, 0);
        for (let i = 1; i < lengths.length; i++) {
          expect(lengths[i]).toBeGreaterThanOrEqual(lengths[i - 1]!);
        }
        expect(lengths.at(-1)).toBeCloseTo(total, 2);
      })
    );
  });

  it('moves an arc over the date line to the side it is seen from', () => {
    const path: LngLat[] = [
      [170, 40],
      [185, 45],
      [200, 40]
    ];
    expect([...arcGeometry('a', path, 175).positions]).toEqual([170, 40, 185, 45, 200, 40]);
    expect([...arcGeometry('a', path, -175).positions]).toEqual([-190, 40, -175, 45, -160, 40]);
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
