import { describe, expect, it } from 'vitest';
import { cutAtDateLine, isWithin, onWorld, unionOf } from './bounds.ts';

describe('boxes across the date line', () => {
  it('join what meets, whichever copy of the world it is given in', () => {
    expect(unionOf([170, -20, 178, 0], [-183, -10, -170, 5])).toEqual([170, -20, 190, 5]);
    expect(unionOf([-178, -20, -170, 0], [170, -10, 183, 5])).toEqual([170, -20, 190, 5]);
    expect(unionOf([-178, -20, -170, 0], [170, -10, 179, 5])).toBeNull();
    expect(unionOf([-180, 70, 180, 90], [10, 60, 20, 75])).toEqual([-180, 60, 180, 90]);
  });

  it('lie within one another in any copy', () => {
    expect(isWithin([-185, 0, -175, 5], [170, -5, 190, 10])).toBe(true);
    expect(isWithin([-195, 0, -175, 5], [170, -5, 190, 10])).toBe(false);
  });

  it('are given as the map has them', () => {
    expect(onWorld([-190, 0, -170, 5])).toEqual([170, 0, 190, 5]);
    expect(onWorld([-300, 0, 100, 5])).toEqual([-180, 0, 180, 5]);
    expect(cutAtDateLine([170, 0, 190, 5])).toEqual([
      [170, 0, 180, 5],
      [-180, 0, -170, 5]
    ]);
    expect(cutAtDateLine([10, 0, 20, 5])).toEqual([[10, 0, 20, 5]]);
  });
});
