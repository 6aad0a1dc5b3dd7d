import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { LngLat } from '../src/lib/story/story.ts';
import {
  isIn,
  polygonsByCountry,
  type Islets,
  type Land
} from '../src/lib/sea-route/country-land.ts';
import type { Faces } from './faces.ts';
import type { Level } from './level.ts';

/** Farther from its country's land than this, an island is listed, km. */
const farKm = 10;

/**
 * The islands that the published levels leave out, though they lie off all land of their country there: a corner of
 * each, to 0.01°, by the country's code.
 */
export function listIslets({ land, statuses }: Faces, levels: readonly Level[]): Islets {
  const drawn = polygonsByCountry({
    type: 'FeatureCollection',
    features: levels.flatMap(
      (level) => feature(level, level.objects['countries'] as GeometryCollection).features
    ) as Land['features']
  });
  const found = new Map<string, LngLat[]>();
  for (const { geometry, properties } of land.features) {
    const { owner } = statuses[properties.face]!;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [outer] of polygons) {
      const [lng, lat] = outer![0] as [number, number];
      if (isIn(drawn.get(owner) ?? [], [lng, lat], farKm)) continue;
      found.set(owner, [...(found.get(owner) ?? []), [round2(lng), round2(lat)]]);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
