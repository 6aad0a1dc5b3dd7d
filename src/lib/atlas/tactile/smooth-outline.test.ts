import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToLine, type Point } from '../../geometry/polyline.ts';
import { isTiny, OutlineContext, smoothOutline } from './smooth-outline.ts';

const square: Point[] = [
  [0, 0],
  [20, 0],
  [20, 20],
  [0, 20]
];

describe('smoothOutline(outline)', () => {
  it('rounds corners and stays where the outline is', () => {
    const { points } = smoothOutline({ points: square, closed: true });
    const rim = [...square, square[0]!];
    for (const point of points) expect(distanceToLine(rim, point)).toBeLessThan(1.5);
    for (const corner of square)
      expect(
        Math.min(...points.map(([x, y]) => Math.hypot(x - corner[0], y - corner[1])))
      ).toBeGreaterThan(0.5);
  });

  it('keeps the ends of an open line', () => {
    const line = smoothOutline({ points: square, closed: false }).points;
    expect(line[0]).toEqual([0, 0]);
    expect(line.at(-1)).toEqual([0, 20]);
  });

  it('leaves the box of an outline', () => {
    const coordinate = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        (points, closed) => {
          const xs = points.map(([x]) => x);
          for (const [x] of smoothOutline({ points, closed }).points) {
            expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9);
            expect(x).toBeLessThanOrEqual(Math.max(...xs) + 1e-9);
          }
        }
      )
    );
  });
});

describe('isTiny(outline, leastAreaMm2)', () => {
  it('is by the area of a rim, whichever way it runs, and by the length of a line', () => {
    for (const points of [square, [...square].reverse()]) {
      expect(isTiny({ points, closed: true }, 399)).toBe(false);
      expect(isTiny({ points, closed: true }, 401)).toBe(true);
    }
    expect(isTiny({ points: square.slice(0, 2), closed: false }, 401)).toBe(true);
  });
});

describe('OutlineContext', () => {
  it('collects what is drawn, in mm', () => {
    const context = new OutlineContext(0.5);
    context.moveTo(0, 0);
    context.lineTo(10, 0);
    context.lineTo(10, 10);
    context.closePath();
    context.moveTo(2, 2);
    context.lineTo(4, 4);
    expect(context.finish()).toEqual([
      {
        points: [
          [0, 0],
          [5, 0],
          [5, 5]
        ],
        closed: true
      },
      {
        points: [
          [1, 1],
          [2, 2]
        ],
        closed: false
      }
    ]);
  });
});
