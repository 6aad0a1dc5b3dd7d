import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorld } from '../../cli/read-stories.ts';
import type { Land } from './country-land.ts';
import { landOf, rectangle } from './fixtures.ts';
import { seaRoute } from './sea-route.ts';
import type { LngLat } from '../story/story.ts';

const { land } = readWorld();
const astrakhan: LngLat = [48.0336, 46.3497];
const anzali: LngLat = [49.4622, 37.4727];
const apia: LngLat = [-171.7667, -13.8333];
const suva: LngLat = [178.4419, -18.1416];

/** Returns points along a route, some 5 km apart, straight in degrees; longitudes within −180..180. */
function along(route: readonly LngLat[]): LngLat[] {
  return route.slice(1).flatMap((to, index) => {
    const from = route[index]!;
    const turn = Math.round((from[0] - to[0]) / 360) * 360;
    const count = Math.ceil(distance([...from], [...to]) / 5) + 1;
    return Array.from({ length: count }, (_, i): LngLat => {
      const lng = from[0] + ((to[0] + turn - from[0]) * i) / count;
      const lat = from[1] + ((to[1] - from[1]) * i) / count;
      return [lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng, lat];
    });
  });
}

function onLand(points: readonly LngLat[]): LngLat[] {
  return points.filter((point) =>
    land.features.some((country) => booleanPointInPolygon([...point], country))
  );
}

function lengthKm(route: readonly LngLat[]): number {
  return route.slice(1).reduce((sum, to, index) => sum + distance([...route[index]!], [...to]), 0);
}

/** The sharpest turn of a route by the equator at its waypoints, in degrees; 0 goes straight on. */
function sharpestBend(route: readonly LngLat[]): number {
  const courses = route
    .slice(1)
    .map(([lng, lat], i) => (Math.atan2(lat - route[i]![1], lng - route[i]![0]) * 180) / Math.PI);
  return Math.max(
    ...courses.slice(1).map((course, i) => Math.abs(((course - courses[i]! + 540) % 360) - 180))
  );
}

/** A world of rectangles of land. */
function rectangles(...corners: Parameters<typeof rectangle>[]): Land {
  return landOf(...corners.map((corner) => [rectangle(...corner)]));
}

describe('seaRoute(from, to, land)', () => {
  it('goes over the Caspian from Astrakhan to Bandar-e Anzali without touching land', () => {
    const route = seaRoute(astrakhan, anzali, land);
    expect(route.length).toBeGreaterThan(5);
    expect(onLand(along(route))).toEqual([]);
    expect(distance([...astrakhan], [...route[0]!])).toBeLessThan(120);
    expect(distance([...anzali], [...route.at(-1)!])).toBeLessThan(60);
    expect(lengthKm([astrakhan, ...route, anzali])).toBeLessThan(
      1.3 * distance([...astrakhan], [...anzali])
    );
  });

  it('keeps off the shore: some 20 km from it at Absheron', () => {
    const middle = seaRoute(astrakhan, anzali, land).slice(2, -2);
    const ring = (lng: number, lat: number) =>
      Array.from({ length: 16 }, (_, i): LngLat => [
        lng + 0.23 * Math.cos((i * Math.PI) / 8),
        lat + 0.18 * Math.sin((i * Math.PI) / 8)
      ]);
    expect(onLand(middle.flatMap(([lng, lat]) => ring(lng, lat)))).toEqual([]);
  });

  it('takes the short way across the date line, from both sides', () => {
    for (const [from, to] of [
      [apia, suva],
      [suva, apia]
    ] as const) {
      const route = seaRoute(from, to, land);
      expect(route.some(([lng]) => lng > 170)).toBe(true);
      expect(route.some(([lng]) => lng < -170)).toBe(true);
      expect(route.every(([lng]) => Math.abs(lng) > 160 && Math.abs(lng) <= 180)).toBe(true);
      expect(onLand(along(route))).toEqual([]);
    }
  });

  it('returns an empty route where there is no water', () => {
    expect(seaRoute([37.6173, 55.7558], [51.389, 35.6892], land)).toEqual([]);
    expect(seaRoute(astrakhan, apia, land)).toEqual([]);
  });

  it('goes around an island wherever it lies, and never over it', () => {
    const ports = fc.tuple(
      fc.double({ min: -178, max: 174, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true })
    );
    fc.assert(
      fc.property(ports, fc.double({ min: 0.1, max: 2.9, noNaN: true }), ([lng, lat], offset) => {
        const [from, to]: LngLat[] = [
          [lng - 1, lat + offset],
          [lng + 3, lat + offset]
        ] as LngLat[];
        const route = seaRoute(from!, to!, rectangles([lng, lat, lng + 2, lat + 3]));
        const inside = along([from!, ...route, to!]).filter(
          ([x, y]) => x > lng && x < lng + 2 && y > lat && y < lat + 3
        );
        expect(route.length).toBeGreaterThan(0);
        expect(inside).toEqual([]);
      })
    );
  });

  it('rounds a cape well off the shore, in legs of 300 km at most', () => {
    const cape = rectangles([10, 0, 12, 60]);
    for (const [from, to] of [
      [
        [6, 3],
        [16, 3]
      ],
      [
        [16, 3],
        [6, 3]
      ]
    ] as [LngLat, LngLat][]) {
      const route = seaRoute(from, to, cape);
      const way = [from, ...route, to];
      // By the corners themselves it would be 1,334 km.
      expect(lengthKm(way)).toBeLessThan(1500);
      expect(lengthKm(way)).toBeGreaterThan(1300);
      for (const [lng, lat] of along(way)) {
        expect(
          distance([lng, lat], [Math.min(Math.max(lng, 10), 12), Math.max(lat, 0)])
        ).toBeGreaterThan(40);
      }
      for (const [i, next] of way.slice(1).entries()) {
        expect(distance([...way[i]!], [...next])).toBeLessThan(305);
      }
      expect(distance([...from], [...route[0]!])).toBeLessThan(30);
      expect(distance([...route.at(-1)!], [...to])).toBeLessThan(30);
      // A bend is cut into several, none of them sharp.
      expect(sharpestBend(route)).toBeLessThan(40);
    }
  });

  it('crosses no land in an archipelago of any shape, and makes no great detour', () => {
    const islands = fc.array(
      fc
        .tuple(
          fc.double({ min: 40, max: 49, noNaN: true }),
          fc.double({ min: 55, max: 64, noNaN: true }),
          fc.double({ min: 0.1, max: 3, noNaN: true }),
          fc.double({ min: 0.1, max: 2, noNaN: true })
        )
        .map(([west, south, width, height]): [number, number, number, number] => [
          west,
          south,
          west + width,
          south + height
        ]),
      { minLength: 5, maxLength: 15 }
    );
    const [from, to]: LngLat[] = [
      [38, 60],
      [54, 60]
    ];
    fc.assert(
      fc.property(islands, (corners) => {
        const route = seaRoute(from!, to!, rectangles(...corners));
        // A line along a coast may lie inside by what numbers are rounded by.
        const hair = 1e-9;
        const inside = along([from!, ...route, to!]).filter(([x, y]) =>
          corners.some(
            ([w, south, e, north]) =>
              x > w + hair && x < e - hair && y > south + hair && y < north - hair
          )
        );
        expect(inside).toEqual([]);
        // Around all of them, by the south, it is 2,000 km.
        expect(lengthKm([from!, ...route, to!])).toBeLessThan(2100);
      })
    );
  });

  it('finds a strait that is narrower than its first grid', () => {
    const straitAt10 = rectangles([-20, 0, 10, 2], [10.12, 0, 40, 2]);
    const route = seaRoute([10, -1], [10, 3], straitAt10);
    expect(route.length).toBeGreaterThan(2);
    for (const [lng, lat] of along(route)) {
      if (lat >= 0 && lat <= 2) expect(Math.abs(lng - 10.06)).toBeLessThan(0.06);
    }
  });

  it('goes far around where there is no near way', () => {
    const wall = rectangles([-9, 0, 9, 1]);
    const route = seaRoute([0, -1], [0, 2], wall);
    expect(Math.max(...route.map(([lng]) => Math.abs(lng)))).toBeGreaterThan(9);
    expect(lengthKm([[0, -1], ...route, [0, 2]])).toBeLessThan(2800);
  });

  it('reaches a port up to 200 km from the water, by the shortest way over land', () => {
    const coast = rectangles([0, 0, 20, 10]);
    const [inland, tooFar]: LngLat[] = [
      [10, 1.6],
      [10, 1.9]
    ];
    const route = seaRoute(inland!, [10, -5], coast);
    expect(route.length).toBeGreaterThan(0);
    expect(Math.abs(route[0]![0] - 10)).toBeLessThan(0.3);
    expect(route[0]![1]).toBeLessThan(0);
    expect(route[0]![1]).toBeGreaterThan(-0.5);
    expect(seaRoute(tooFar!, [10, -5], coast)).toEqual([]);
    expect(seaRoute([10, -5], tooFar!, coast)).toEqual([]);
  });

  it('gives waypoints of four decimals', () => {
    const route = seaRoute([6, 3], [16, 3], rectangles([10, 0, 12, 60]));
    for (const degrees of route.flat()) expect(degrees).toBe(Number(degrees.toFixed(4)));
  });

  it('measures far from the equator too', () => {
    // Around the island’s north or south it is as far in degrees, but not in km.
    const island = rectangles([10, 60, 11, 72]);
    const route = seaRoute([5, 66], [16, 66], island);
    expect(Math.max(...route.map(([, lat]) => lat))).toBeGreaterThan(72);
    expect(lengthKm([[5, 66], ...route, [16, 66]])).toBeLessThan(1650);
    // 150 km from the water, which is some 3.5° of longitude.
    const coast = rectangles([0, 50, 20, 80]);
    expect(seaRoute([3.2, 66], [-5, 66], coast).length).toBeGreaterThan(0);
    expect(seaRoute([5, 66], [-5, 66], coast)).toEqual([]);
  });

  it('goes straight where nothing is in the way', () => {
    const way = [[0, 40], ...seaRoute([0, 40], [20, 43], rectangles()), [20, 43]] as LngLat[];
    expect(sharpestBend(way.slice(1, -1))).toBeLessThan(2);
    expect(lengthKm(way)).toBeLessThan(
      1.02 *
        lengthKm([
          [0, 40],
          [20, 43]
        ])
    );
  });
});
