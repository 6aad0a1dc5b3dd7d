import { describe, expect, it } from 'vitest';
import type { Frame } from '../frame.ts';
import { headPx, lineForms, lineWidthPx, taperStart, tipGapPx } from '../theme/marks.ts';
import { certainties, type LngLat } from '../story/story.ts';
import { arcShape } from './arc-shape.ts';
import { subpaths } from './fixtures.ts';
import { groundUnder } from './ground.ts';

const frame: Frame = { width: 400, height: 400, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
const camera = { center: [0, 0], zoom: 2, bearing: 0, pitch: 0 } as const;
const ground = groundUnder(camera, frame);
/** Due east along the equator, from x = 86.2 to x = 313.8: 227.6 px. */
const path: readonly LngLat[] = [
  [-20, 0],
  [0, 0],
  [20, 0]
];
const [startX, endX] = [ground.project(path[0]!)[0], ground.project(path[2]!)[0]];
const solid = lineForms.confirmed;

const xs = (piece: readonly (readonly [number, number])[]) => piece.map(([x]) => x);
const ys = (piece: readonly (readonly [number, number])[]) => piece.map(([, y]) => y);
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('arcShape(arc, form, ground)', () => {
  it('runs from its start to a head that stops short of its place', () => {
    const [line, head] = subpaths(arcShape({ path, drawn: 1 }, solid, ground).fill);
    expect(Math.min(...xs(line!))).toBeCloseTo(startX, 0);
    expect(Math.max(...xs(head!))).toBeCloseTo(endX - tipGapPx, 0);
    expect(spread(xs(head!))).toBeCloseTo(headPx.length, 0);
    expect(spread(ys(head!))).toBeCloseTo(2 * headPx.halfWidth, 0);
  });

  it('tapers up to its full width', () => {
    const [line] = subpaths(arcShape({ path, drawn: 1 }, solid, ground).fill);
    const widthAt = (x: number) => spread(ys(line!.filter((point) => Math.abs(point[0] - x) < 4)));
    expect(widthAt(startX)).toBeLessThan(lineWidthPx * taperStart + 0.2);
    expect(widthAt((startX + endX) / 2)).toBeCloseTo(lineWidthPx, 0);
  });

  it('has a form of its own for each certainty', () => {
    const forms = certainties.map((certainty) => {
      const { fill, dots } = arcShape({ path, drawn: 1 }, lineForms[certainty], ground);
      return JSON.stringify([fill, [...dots]]);
    });
    expect(new Set(forms).size).toBe(certainties.length);
  });

  it('draws dashes and gaps of the px that the form says', () => {
    const [dash, gap] = lineForms.reported.dash as [number, number];
    const { fill } = arcShape({ path, drawn: 1 }, lineForms.reported, ground);
    const dashes = subpaths(fill).slice(0, -1);
    expect(dashes.length).toBeGreaterThan(8);
    dashes.forEach((piece, i) => {
      expect(Math.min(...xs(piece)) - startX).toBeCloseTo(i * (dash + gap), 0);
      if (i < dashes.length - 1) expect(spread(xs(piece))).toBeCloseTo(dash, 0);
    });
  });

  it('draws dots whole or not at all, clear of the head', () => {
    const { fill, dots } = arcShape({ path, drawn: 1 }, lineForms.planned, ground);
    const base = Math.min(...xs(subpaths(fill).at(-1)!));
    for (const [diameter, data] of dots) {
      for (const [, x] of data.matchAll(/M([\d.]+) /g)) {
        expect(Number(x) + diameter / 2).toBeLessThan(base + 0.2);
      }
    }
    expect(Math.max(...dots.keys())).toBeCloseTo(lineForms.planned.dash[0]!, 1);
  });

  it('is as much of the whole as is drawn', () => {
    const half = subpaths(arcShape({ path, drawn: 0.5 }, solid, ground).fill);
    expect(Math.max(...half.flatMap(xs))).toBeCloseTo((startX + endX) / 2, 0);
    expect(arcShape({ path, drawn: 0 }, solid, ground)).toEqual({ fill: '', dots: new Map() });
    expect(arcShape({ path, drawn: 0 }, lineForms.planned, ground).dots.size).toBe(0);
  });
});

describe('arcShape(arc, form, ground) on a globe', () => {
  const globe = groundUnder({ ...camera, projection: 'globe' }, frame);
  const around = (from: number, to: number) =>
    Array.from({ length: 65 }, (_, i): LngLat => [from + ((to - from) * i) / 64, 10]);

  it('draws nothing on the far side, in any form', () => {
    for (const certainty of certainties) {
      const { fill, dots } = arcShape(
        { path: around(100, 260), drawn: 1 },
        lineForms[certainty],
        globe
      );
      expect([fill, dots.size], certainty).toEqual(['', 0]);
    }
  });

  it('goes behind the edge and comes out on the other side', () => {
    const small = groundUnder({ ...camera, zoom: 0, projection: 'globe' }, frame);
    const { fill } = arcShape({ path: around(0, 330), drawn: 1 }, solid, small);
    const [there, back, head] = subpaths(fill);
    expect(Math.min(...xs(there!))).toBeGreaterThan(195);
    expect(Math.max(...xs(back!))).toBeLessThan(205);
    expect(head).toHaveLength(3);
  });
});
