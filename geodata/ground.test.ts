import { describe, expect, it } from 'vitest';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import sharp from 'sharp';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { makeGround, mostBytes } from './ground.ts';
import type { Box } from './policy.ts';

const falklands: Box = [-62, -54, -56, -50];
const ascension: Box = [-16, -9, -13, -6];
const fiji: Box = [176, -20, 183, -15];
const southPole: Box = [-180, -85, 180, -72];
const boxes = [falklands, ascension, fiji, southPole];

const ground = await makeGround(boxes);

function areasOf(object: string): Feature<Polygon | MultiPolygon>[] {
  const found = feature(ground.level, ground.level.objects[object] as GeometryCollection);
  return found.features as Feature<Polygon | MultiPolygon>[];
}

function segmentsOf(object: string): [Position, Position][] {
  const found = feature(ground.level, ground.level.objects[object]!);
  const features = found.type === 'Feature' ? [found] : found.features;
  return (features as Feature<MultiLineString>[]).flatMap(({ geometry }) =>
    geometry.coordinates.flatMap((line) =>
      line.slice(1).map((to, i): [Position, Position] => [line[i]!, to])
    )
  );
}

const idsAt = (object: string, at: Position): string[] =>
  areasOf(object)
    .filter((area) => booleanPointInPolygon(at, area))
    .map(({ id }) => String(id));

describe('makeGround(boxes)', () => {
  it('has the land of small islands, on both sides of the date line and at the pole', () => {
    for (const [at, code] of [
      [[-58.6, -51.8], 'FLK'],
      [[-60.2, -51.8], 'FLK'],
      [[-14.35, -7.95], 'SHN'],
      [[178, -17.8], 'FJI'],
      [[-179.99, -16.8], 'FJI'],
      [[0, -80], 'ATA'],
      [[179.99, -84.5], 'ATA']
    ] as const) {
      expect(idsAt('countries', [...at]), at.join()).toEqual([code]);
    }
    expect(idsAt('countries', [-64, -35])).toEqual([]);
  });

  it('masks each box, and nothing else', () => {
    const masked = (lng: number, lat: number) =>
      areasOf('mask').some((area) => booleanPointInPolygon([lng, lat], area));
    for (const at of [
      [-59, -52],
      [-14.4, -8],
      [179.99, -17],
      [-179.99, -17],
      [0, -84.9]
    ] as const) {
      expect(masked(at[0], at[1]), at.join()).toBe(true);
    }
    expect([masked(-55.9, -52), masked(-176, -17), masked(0, -71.9)]).toEqual(Array(3).fill(false));
  });

  it('draws no line along an edge of the map or of a box, none across the world, and none twice', () => {
    const segments = ['coast', 'borders'].flatMap(segmentsOf);
    expect(segments.length).toBeGreaterThan(1000);
    const edges: [0 | 1, number][] = [
      ...[-180, 180].map((lng): [0, number] => [0, lng]),
      ...boxes.flatMap(([, south, , north]): [1, number][] => [
        [1, south],
        [1, north]
      ])
    ];
    for (const [a, b] of segments) {
      expect(Math.abs(a[0]! - b[0]!)).toBeLessThan(5);
      const long = Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!) > 0.02;
      for (const [axis, edge] of edges) {
        const along = [a, b].every((end) => Math.abs(end[axis]! - edge) < 0.002);
        expect(along && long, `${a.join()} to ${b.join()}`).toBe(false);
      }
    }
    const keys = segments.map((segment) => segment.map(String).toSorted().join(' '));
    expect(keys.length - new Set(keys).size).toBeLessThan(5);
  });

  it('has relief for every box, across the date line too', async () => {
    expect(ground.relief).toHaveLength(boxes.length);
    for (const [i, { bounds, webp }] of ground.relief.entries()) {
      const [west, south, east, north] = boxes[i]!;
      expect(bounds[0]).toBeLessThanOrEqual(west);
      expect(bounds[1]).toBeLessThanOrEqual(Math.max(-85, south));
      expect(bounds[2]).toBeGreaterThanOrEqual(east);
      expect(bounds[3]).toBeGreaterThanOrEqual(north);
      expect(webp.length).toBeLessThan(100_000);
      const { width } = await sharp(webp).metadata();
      expect(width! / (bounds[2] - bounds[0])).toBeGreaterThan(10);
    }
  });

  it('is no larger than the theatre’s, however much the boxes hold', async () => {
    expect(JSON.stringify(ground.level).length).toBeLessThanOrEqual(mostBytes);
    const { level, labels } = await makeGround([[-80, 5, 60, 70]]);
    expect(JSON.stringify(level).length).toBeLessThanOrEqual(mostBytes);
    // Greenland's name is usually farther north.
    const greenland = labels.find(([code]) => code === 'GRL');
    expect(greenland![1][1]).toBeLessThan(70);
  });
});
