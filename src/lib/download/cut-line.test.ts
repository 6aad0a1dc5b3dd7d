import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import { cutLine } from './cut-line.ts';

describe('cutLine(path)', () => {
  it('leaves a line that stays in one world as it is', () => {
    const path: LngLat[] = [
      [10, 1],
      [20, 2]
    ];
    expect(cutLine(path)).toEqual({ type: 'LineString', coordinates: path });
  });

  it('cuts a line at the antimeridian, eastwards and westwards', () => {
    expect(
      cutLine([
        [170, 0],
        [190, 10]
      ])
    ).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [170, 0],
          [180, 5]
        ],
        [
          [-180, 5],
          [-170, 10]
        ]
      ]
    });
    expect(
      cutLine([
        [-170, 10],
        [-190, 0]
      ])
    ).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [-170, 10],
          [-180, 5]
        ],
        [
          [180, 5],
          [170, 0]
        ]
      ]
    });
  });

  it('does not cut a line that only ends on the antimeridian', () => {
    expect(
      cutLine([
        [170, 0],
        [180, 1]
      ])
    ).toEqual({
      type: 'LineString',
      coordinates: [
        [170, 0],
        [180, 1]
      ]
    });
    expect(
      cutLine([
        [180, 1],
        [190, 2]
      ])
    ).toEqual({
      type: 'LineString',
      coordinates: [
        [-180, 1],
        [-170, 2]
      ]
    });
  });

  it('cuts a line at a point that lies on the antimeridian', () => {
    const path: LngLat[] = [
      [170, 0],
      [180, 5],
      [190, 10]
    ];
    expect(cutLine(path)).toEqual(cutLine([path[0]!, path[2]!]));
  });

  it('keeps every line in −180..180 without jumps, and its whole length', () => {
    const step = fc.record({
      dx: fc.double({ min: -90, max: 90, noNaN: true }).filter((dx) => Math.abs(dx) > 0.01),
      y: fc.double({ min: -80, max: 80, noNaN: true })
    });
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.array(step, { minLength: 2, maxLength: 12 }),
        (start, steps) => {
          let x = start;
          const path = steps.map(({ dx, y }): LngLat => [(x += dx), y]);
          const cut = cutLine(path);
          const lines = cut.type === 'LineString' ? [cut.coordinates] : cut.coordinates;
          for (const [lng] of lines.flat()) expect(Math.abs(lng!)).toBeLessThanOrEqual(180);
          expect(lines.every((line) => line.length > 1)).toBe(true);
          expect(sum(lines.flatMap(stretches))).toBeCloseTo(sum(stretches(path)), 2);
        }
      )
    );
  });
});

/** How far each stretch of a line reaches, degrees of longitude. */
function stretches(line: readonly (Position | LngLat)[]): number[] {
  return line.slice(1).map((at, i) => Math.abs(at[0]! - line[i]![0]!));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
