import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../geometry/polyline.ts';
import { castApart, type Bundle } from './cast-apart.ts';

const hub: Point = [0, 0];
/** Lines from the hub in a direction, degrees clockwise from north; `back`: drawn towards the hub. */
function towards(degrees: number, { halfWidth = 0, back = false } = {}): Bundle {
  const radians = (degrees * Math.PI) / 180;
  const far: Point = [Math.sin(radians), Math.cos(radians)];
  return { ends: back ? [far, hub] : [hub, far], halfWidth };
}
/** The direction, degrees, in which a line bowed by such a share leaves the hub. */
const leaves = (degrees: number, bow: number) => degrees + 180 * bow;

describe('castApart(bundles)', () => {
  it('leaves alone what has room', () => {
    expect(castApart([])).toEqual([]);
    expect(castApart([towards(10), towards(40), towards(200)])).toEqual([0, 0, 0]);
  });

  it('parts lines that leave one place in nearly the same direction, to either side', () => {
    const [left, right] = castApart([towards(180), towards(182)]) as [number, number];
    expect(left).toBeLessThan(0);
    expect(right).toBeCloseTo(-left, 6);
    expect(leaves(182, right) - leaves(180, left)).toBeGreaterThan(11);
  });

  it('parts them as well where one of them is drawn towards the place', () => {
    const [left, right] = castApart([towards(180), towards(182, { back: true })]) as [
      number,
      number
    ];
    // Its left, as it is drawn, is the right of one who leaves the hub.
    expect(right).toBeLessThan(0);
    expect(leaves(182, -right) - leaves(180, left)).toBeGreaterThan(11);
  });

  it('keeps off a fan as wide as it is', () => {
    const [fan, line] = castApart([towards(155, { halfWidth: 0.1 }), towards(168)]) as [
      number,
      number
    ];
    expect(leaves(168, line) - leaves(155, fan)).toBeGreaterThan(18 + 9);
  });

  it('takes north for no border', () => {
    const [left, right] = castApart([towards(359), towards(1)]) as [number, number];
    expect(left).toBeLessThan(0);
    expect(right).toBeGreaterThan(0);
  });

  it('never bows a line out of all proportion, whatever meets there', () => {
    const many = fc.array(
      fc.record({
        degrees: fc.double({ min: 0, max: 360, noNaN: true }),
        halfWidth: fc.double({ min: 0, max: 0.2, noNaN: true }),
        back: fc.boolean()
      }),
      { maxLength: 20 }
    );
    fc.assert(
      fc.property(many, (lines) => {
        const bows = castApart(lines.map(({ degrees, ...rest }) => towards(degrees, rest)));
        expect(bows.every((bow) => Math.abs(bow) <= 0.16)).toBe(true);
      })
    );
  });
});
