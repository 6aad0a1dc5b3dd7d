import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import { GlobeGround } from './globe-ground.ts';

const frame = { width: 800, height: 600, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
const ground = new GlobeGround(
  { center: [0, 0], zoom: 0, bearing: 0, pitch: 0, projection: 'globe' },
  frame
);
const { middle, discRadius } = ground.viewport;
const fromMiddle = ([x, y]: readonly [number, number]) => Math.hypot(x - middle[0], y - middle[1]);
/** A ring around an area between two longitudes, 20° high. */
const box = (west: number, east: number): LngLat[] => [
  [west, -10],
  [east, -10],
  [east, 10],
  [west, 10],
  [west, -10]
];

describe('GlobeGround', () => {
  it('has a line that goes around in the parts that are seen', () => {
    const pieces = ground.piecesOf([
      [0, 5],
      [180, 5],
      [360, 5]
    ]);
    expect(pieces).toHaveLength(2);
    expect(fromMiddle(pieces[0]!.at(-1)!)).toBeCloseTo(discRadius, 0);
    expect(fromMiddle(pieces[1]![0]!)).toBeCloseTo(discRadius, 0);
    expect(ground.piecesOf(box(120, 200))).toEqual([]);
  });

  it('keeps a parallel on its course between two points far apart', () => {
    const [piece] = ground.piecesOf([
      [-40, 60],
      [40, 60]
    ]);
    const y = ground.project([0, 60])[1];
    expect(Math.min(...piece!.map((point) => Math.abs(point[1] - y)))).toBeLessThan(0.01);
  });

  it('closes an area along the edge of the globe, and has none of one behind it', () => {
    const seen = ground.ringOf(box(60, 120));
    expect(seen.every((point) => fromMiddle(point) <= discRadius * 1.001)).toBe(true);
    const atEdge = seen.filter((point) => Math.abs(fromMiddle(point) - discRadius) < 0.5);
    expect(atEdge.length).toBeGreaterThan(4);
    const [low, high] = [ground.project([90, -10])[1], ground.project([90, 10])[1]];
    for (const [, y] of atEdge) {
      expect(y).toBeLessThan(low + 1);
      expect(y).toBeGreaterThan(high - 1);
    }
    expect(ground.ringOf(box(120, 200))).toEqual([]);
    expect(ground.ringOf(box(-20, 20)).length).toBeGreaterThan(40);
  });
});
