import { describe, expect, it } from 'vitest';
import type { Point } from '../../geometry/polyline.ts';
import {
  besideArea,
  besideSign,
  distanceToBox,
  withinArea,
  type Obstacles
} from './place-braille.ts';

const size = [10, 6.5] as const;
const free: Obstacles = {
  bounds: { left: 0, top: 0, right: 180, bottom: 150 },
  discs: [],
  lines: [],
  outlines: [],
  taken: []
};
const grid = Array.from({ length: 400 }, (_, i): Point => [
  52 + 4 * (i % 20),
  32 + 4 * Math.floor(i / 20)
]);
const inSquare =
  (side: number) =>
  ([x, y]: Point) =>
    Math.abs(x - 92) < side / 2 && Math.abs(y - 72) < side / 2;

describe('besideSign(at, radius, size, obstacles)', () => {
  it('keeps 3 mm from the sign', () => {
    const at: Point = [90, 70];
    const box = besideSign(at, 2.5, size, { ...free, discs: [{ at, radius: 2.5 }] });
    expect(distanceToBox(box, at)).toBeGreaterThanOrEqual(5.5);
    expect(distanceToBox(box, at)).toBeLessThan(6);
  });

  it('keeps 3 mm from lines, from other signs and from other Braille', () => {
    const at: Point = [90, 70];
    // A line to the right, a sign below, Braille above: there is room on the left.
    const line = Array.from({ length: 40 }, (_, i): Point => [96, 50 + i]);
    const box = besideSign(at, 2.5, size, {
      ...free,
      discs: [
        { at, radius: 2.5 },
        { at: [90, 82], radius: 2.5 }
      ],
      lines: line,
      taken: [{ left: 84, right: 96, top: 56, bottom: 63 }]
    });
    expect(Math.min(...line.map((point) => distanceToBox(box, point)))).toBeGreaterThanOrEqual(
      4.25
    );
    expect(box.right).toBeLessThan(90);
  });

  it('stays on the map at its corner', () => {
    const box = besideSign([3, 3], 2.5, size, free);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
  });
});

describe('withinArea(points, size, isInside, obstacles)', () => {
  it('is in the middle of an area that has room, else nowhere', () => {
    const inside = inSquare(40);
    const box = withinArea(grid.filter(inside), size, inside, free)!;
    expect((box.left + box.right) / 2).toBeCloseTo(92, -1);
    const narrow = inSquare(8);
    expect(withinArea(grid.filter(narrow), size, narrow, free)).toBeNull();
  });

  it('keeps off the lines of events', () => {
    const inside = inSquare(40);
    const line = Array.from({ length: 40 }, (_, i): Point => [92, 52 + i]);
    const box = withinArea(grid.filter(inside), size, inside, { ...free, lines: line })!;
    expect(Math.min(...line.map((point) => distanceToBox(box, point)))).toBeGreaterThanOrEqual(
      4.25
    );
  });
});

describe('besideArea(points, size, isInside, obstacles)', () => {
  it('is close to the area and not on it', () => {
    const inside = inSquare(8);
    const points = grid.filter(inside);
    const box = besideArea(points, size, inside, free)!;
    const away = Math.min(...points.map((point) => distanceToBox(box, point)));
    expect(away).toBeGreaterThanOrEqual(3);
    expect(away).toBeLessThan(12);
  });

  it('is nowhere for an area that is not on the map, or among lines', () => {
    expect(besideArea([], size, () => false, free)).toBeNull();
    const inside = inSquare(8);
    expect(besideArea(grid.filter(inside), size, inside, { ...free, lines: grid })).toBeNull();
  });
});
