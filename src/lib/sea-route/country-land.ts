import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
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

/** Returns every country's polygons, by code, from all of its features. */
export function polygonsByCountry(land: Land): Map<string, Rings[]> {
  const countries = new Map<string, Rings[]>();
  for (const { id, geometry } of land.features) {
    if (id === undefined) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const code = String(id);
    countries.set(code, [...(countries.get(code) ?? []), ...polygons]);
  }
  return countries;
}

/**
 * Returns whether a point lies in one of the polygons or within `coastToleranceKm` of one. Polygons are cut at the
 * date line (RFC 7946, 3.1.9), so a point beside it is also tried from the other side.
 */
export function isIn(polygons: readonly Rings[], [lng, lat]: LngLat): boolean {
  const spots = [lng, lng - 360, lng + 360].map((turned) => point([turned, lat]));
  return (
    spots.some((spot) =>
      polygons.some((rings) => booleanPointInPolygon(spot, polygon([...rings])))
    ) ||
    spots.some((spot) =>
      polygons
        .flat()
        .some((ring) => pointToLineDistance(spot, lineString(ring)) <= coastToleranceKm)
    )
  );
}

/** Returns whether a point lies in one of the polygons, and farther than `coastToleranceKm` from its edges. */
export function isInland(polygons: readonly Rings[], lngLat: LngLat): boolean {
  const spot = point([...lngLat]);
  return polygons.some(
    (rings) =>
      booleanPointInPolygon(spot, polygon([...rings])) &&
      rings.every((ring) => pointToLineDistance(spot, lineString(ring)) > coastToleranceKm)
  );
}

/** Returns the code of the country whose polygon holds a point, or null at sea. */
export function countryAt(
  countries: ReadonlyMap<string, readonly Rings[]>,
  lngLat: LngLat
): string | null {
  for (const [code, polygons] of countries) {
    for (const rings of polygons) {
      if (booleanPointInPolygon(point([...lngLat]), polygon([...rings]))) return code;
    }
  }
  return null;
}
