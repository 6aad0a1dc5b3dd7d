import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, distanceToLine, lengthsAlong, pointAt, type Point } from './polyline.ts';

const points = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
const lines = fc.array(points, { minLength: 2, maxLength: 12 });
const corner: readonly Point[] = [
  [0, 0],
  [30, 0],
  [30, 40]
];

describe('lengthsAlong(line)', () => {
  it('adds up the segments from the start', () => {
    expect(lengthsAlong(corner)).toEqual([0, 30, 70]);
  });

  it('has nothing to say of a line without points', () => {
    expect(lengthsAlong([])).toEqual([]);
  });
});

describe('pointAt(line, along)', () => {
  it('walks along the segments', () => {
    expect(pointAt(corner, 15)).toEqual([15, 0]);
    expect(pointAt(corner, 30)).toEqual([30, 0]);
    expect(pointAt(corner, 50)).toEqual([30, 20]);
  });

  it('is held to the line’s ends', () => {
    expect(pointAt(corner, -1)).toEqual([0, 0]);
    expect(pointAt(corner, 71)).toEqual([30, 40]);
  });

  it('takes lengths measured on another plane', () => {
    expect(pointAt(corner, 1.5, [0, 1, 2])).toEqual([30, 20]);
  });

  it('always lies on the line, and moves as far as it is told to', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (line, share) => {
        const lengths = lengthsAlong(line);
        const along = share * lengths.at(-1)!;
        const point = pointAt(line, along);
        expect(distanceToLine(line, point)).toBeLessThan(1e-6);
        const passed = lengths.findLastIndex((length) => length <= along);
        expect(lengths[passed]! + distance(line[passed]!, point)).toBeCloseTo(along, 6);
      })
    );
  });
});

describe('distanceToLine(line, point)', () => {
  it('is measured to the nearest segment, or to the nearer of its ends', () => {
    expect(distanceToLine(corner, [10, -7])).toBe(7);
    expect(distanceToLine(corner, [-3, -4])).toBe(5);
    expect(distanceToLine(corner, [35, 20])).toBe(5);
  });

  it('takes a segment without length as a point', () => {
    expect(
      distanceToLine(
        [
          [2, 2],
          [2, 2]
        ],
        [5, 6]
      )
    ).toBe(5);
  });

  it('is never more than the distance to any of the line’s points', () => {
    fc.assert(
      fc.property(lines, points, (line, point) => {
        const least = Math.min(...line.map((one) => distance(one, point)));
        expect(distanceToLine(line, point)).toBeLessThanOrEqual(least + 1e-9);
      })
    );
  });
});
