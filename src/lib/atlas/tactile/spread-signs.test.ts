import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../geometry/polyline.ts';
import { spreadSigns } from './spread-signs.ts';

const bounds = { left: 0, top: 0, right: 180, bottom: 150 };

describe('spreadSigns(signs, gapMm, bounds)', () => {
  it('leaves signs that are apart where they are', () => {
    const signs = [
      { at: [10, 10], radius: 2.5 },
      { at: [30, 10], radius: 2.5 }
    ] as const;
    expect(spreadSigns(signs, 3, bounds)).toEqual(signs);
  });

  it('parts two that are close, to both sides alike', () => {
    const [a, b] = spreadSigns(
      [
        { at: [50, 50], radius: 2.5 },
        { at: [54, 50], radius: 2.5 }
      ],
      3,
      bounds
    );
    expect(a!.at[0]).toBeCloseTo(48, 2);
    expect(b!.at[0]).toBeCloseTo(56, 2);
  });

  it('has a gap between any two, and all of them on the map', () => {
    const signs = fc.array(
      fc.record({
        at: fc.tuple(
          fc.double({ min: 40, max: 140, noNaN: true }),
          fc.double({ min: 40, max: 110, noNaN: true })
        ),
        radius: fc.constantFrom(2.5, 7.5)
      }),
      { maxLength: 6 }
    );
    fc.assert(
      fc.property(signs, (close) => {
        const spread = spreadSigns(close, 3, bounds);
        spread.forEach((one, i) => {
          expect(one.at[0]).toBeGreaterThanOrEqual(0);
          expect(one.at[0]).toBeLessThanOrEqual(bounds.right);
          for (const other of spread.slice(i + 1))
            expect(distance(one.at, other.at)).toBeGreaterThan(one.radius + other.radius + 2.9);
        });
      })
    );
  });
});
