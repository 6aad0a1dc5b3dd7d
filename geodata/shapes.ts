import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { cutAtAntimeridian } from '../src/lib/geometry/antimeridian.ts';
import { alpha3OfNumeric } from './iso.ts';
import { readPackageJson } from './package-file.ts';

/** A shape of Natural Earth as `world-atlas` has it. `code` is alpha-3, or null where ISO has none. */
export type Shape = Feature<MultiPolygon, { readonly code: string | null; readonly name: string }>;

type WorldAtlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Reads every shape of `world-atlas` at one scale, cut at ±180°. Names are Natural Earth's short ones. */
export function readShapes(scale: '10m' | '50m'): Shape[] {
  const topology = readPackageJson<WorldAtlas>(`world-atlas/countries-${scale}.json`);
  const { features } = feature(topology, topology.objects.countries);
  return features.map((shape) => ({
    type: 'Feature',
    properties: {
      code: shape.id === undefined ? null : (alpha3OfNumeric(String(shape.id)) ?? null),
      name: shape.properties.name
    },
    geometry: cutAtAntimeridian(shape.geometry as Polygon | MultiPolygon)
  }));
}
