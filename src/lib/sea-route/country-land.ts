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
  return [lng, lng - 360, lng + 360].some((turned) =>
    polygons.some((rings) => {
      if (!isNearBox(rings[0] ?? [], turned, lat)) return false;
      const spot = point([turned, lat]);
      if (booleanPointInPolygon(spot, polygon([...rings]))) return true;
      return rings.some((ring) => pointToLineDistance(spot, lineString(ring)) <= coastToleranceKm);
    })
  );
}

/** Returns the code of the country whose polygon holds a point, or null at sea. */
export function countryAt(
  countries: ReadonlyMap<string, readonly Rings[]>,
  lngLat: LngLat
): string | null {
  for (const [code, polygons] of countries) {
    for (const rings of polygons) {
      if (
        isNearBox(rings[0] ?? [], lngLat[0], lngLat[1]) &&
        booleanPointInPolygon(point([...lngLat]), polygon([...rings]))
      ) {
        return code;
      }
    }
  }
  return null;
}

function isNearBox(ring: readonly Position[], lng: number, lat: number): boolean {
  const kmPerDegree = 111.2;
  const dLat = coastToleranceKm / kmPerDegree;
  const dLng = dLat / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return lng > west - dLng && lng < east + dLng && lat > south - dLat && lat < north + dLat;
}
