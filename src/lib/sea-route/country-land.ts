import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import { lineString, point, polygon } from '@turf/helpers';
import { pointToLineDistance } from '@turf/point-to-line-distance';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { LngLat } from '../story/story.ts';

/** The polygons of countries; `id` of each feature is its code, ISO 3166-1 alpha-3. */
export type Land = FeatureCollection<Polygon | MultiPolygon>;

/**
 * How far outside its country's polygon a place may lie, in km: coasts are simplified, and ports are built on
 * piers.
 */
export const coastToleranceKm = 25;

/** The rings of one polygon. */
type Rings = readonly Position[][];

/** By country, a corner of each island that its land leaves out. */
export type Islets = Readonly<Record<string, readonly LngLat[]>>;

/** Returns every country's polygons, by code, from all of its features, and a small one for each islet. */
export function polygonsByCountry(land: Land, islets: Islets = {}): Map<string, Rings[]> {
  const countries = new Map<string, Rings[]>(
    Object.entries(islets).map(([code, corners]) => [code, corners.map(isletAt)])
  );
  for (const { id, geometry } of land.features) {
    if (id === undefined) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const code = String(id);
    const known = countries.get(code);
    if (known) known.push(...polygons);
    else countries.set(code, [...polygons]);
  }
  return countries;
}

/** A polygon too small to matter but for how far a point lies from it. */
function isletAt([lng, lat]: LngLat): Rings {
  const side = 0.01;
  return [
    [
      [lng, lat],
      [lng + side, lat],
      [lng, lat + side],
      [lng, lat]
    ]
  ];
}

/**
 * Returns whether a point lies in one of the polygons or within a distance of one, by default `coastToleranceKm`.
 * Polygons are cut at the date line (RFC 7946, 3.1.9), so a point beside it is also tried from the other side.
 */
export function isIn(
  polygons: readonly Rings[],
  [lng, lat]: LngLat,
  km = coastToleranceKm
): boolean {
  return [lng, lng - 360, lng + 360].some((turned) => {
    const spot = point([turned, lat]);
    const near = polygons.filter((rings) => isNear(rings, [turned, lat]));
    return (
      near.some((rings) => booleanPointInPolygon(spot, polygon([...rings]))) ||
      near.flat().some((ring) => pointToLineDistance(spot, lineString(ring)) <= km)
    );
  });
}

/** Returns whether a point lies in one of the polygons, and farther than `coastToleranceKm` from its edges. */
export function isInland(polygons: readonly Rings[], lngLat: LngLat): boolean {
  const spot = point([...lngLat]);
  return polygons.some(
    (rings) =>
      isNear(rings, lngLat) &&
      booleanPointInPolygon(spot, polygon([...rings])) &&
      rings.every((ring) => pointToLineDistance(spot, lineString(ring)) > coastToleranceKm)
  );
}

/** Returns the code of the country whose polygon holds a point, or null at sea. */
export function countryAt(
  countries: ReadonlyMap<string, readonly Rings[]>,
  lngLat: LngLat
): string | null {
  const spot = point([...lngLat]);
  for (const [code, polygons] of countries) {
    for (const rings of polygons) {
      if (isNear(rings, lngLat) && booleanPointInPolygon(spot, polygon([...rings]))) return code;
    }
  }
  return null;
}

/** Returns how far a point lies from the nearest corner of the polygons, km; infinite where there are none. */
export function kmFromCorners(polygons: readonly Rings[], lngLat: LngLat): number {
  let least = Infinity;
  for (const corner of polygons.flat(2)) {
    const km = distance([...lngLat], corner);
    if (km < least) least = km;
  }
  return least;
}

/** The boxes of polygons, from west to north: a country has thousands of islands, and a place is near few of them. */
const boxes = new WeakMap<Rings, readonly [number, number, number, number]>();

/** Whether a point lies in a polygon's box, or near enough to it for `coastToleranceKm` to matter. */
function isNear(rings: Rings, [lng, lat]: LngLat): boolean {
  let box = boxes.get(rings);
  if (!box) {
    const lngs = rings[0]!.map(([x]) => x!);
    const lats = rings[0]!.map(([, y]) => y!);
    box = [least(lngs), least(lats), -least(lngs.map((x) => -x)), -least(lats.map((y) => -y))];
    boxes.set(rings, box);
  }
  const up = coastToleranceKm / 110;
  const across = up / Math.max(0.01, Math.cos((Math.min(90, Math.abs(lat) + up) * Math.PI) / 180));
  const [west, south, east, north] = box;
  return lng >= west - across && lng <= east + across && lat >= south - up && lat <= north + up;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
