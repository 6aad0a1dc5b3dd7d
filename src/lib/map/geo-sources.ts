import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiLineString,
  Topology
} from 'topojson-specification';
import { southEnd } from '../geometry/south-end.ts';
import { linesByOwner } from '../geometry/lines-by-owner.ts';
import { outlineOf } from '../geometry/outline-of.ts';
import { fetchFile } from './fetch-file.ts';
import { geoFiles } from './geo-files.ts';
import type { GeographyAddress } from './geography-tiles.ts';

/** How finely the world is drawn: everywhere, or only around a story's theatre (with the rest as a rim). */
export type Level = 'coarse' | 'fine';

/** What a feature of a level's source is; the style's layers filter by it. */
export type GeoKind = 'land' | 'contested' | 'border' | 'coast' | 'group';

/** `id` is a country's alpha-3 code or a group's id, and what feature states go by. */
interface GeoProperties {
  readonly kind: GeoKind | 'river' | 'lake';
  readonly id?: string;
  readonly class?: string;
}
export type GeoCollection = FeatureCollection<Geometry, GeoProperties>;

/** Degrees: west, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** The JSON at an address. @throws Error as `fetchFile` does */
export function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  return fetchFile(url, signal, (answer) => answer.json() as Promise<unknown>, 'JSON');
}

/** The coarse topology under a base address; the world and the rim are read from it. */
export async function fetchCoarse(base: string, signal: AbortSignal): Promise<Topology> {
  return (await fetchJson(`${base}/${geoFiles.coarse}`, signal)) as Topology;
}

/** The fine topology under a base address. */
export async function fetchFine(base: string, signal: AbortSignal): Promise<Topology> {
  return (await fetchJson(`${base}/${geoFiles.fine}`, signal)) as Topology;
}

/** Rivers and lakes under a base address. */
export async function fetchWater(base: string, signal: AbortSignal): Promise<GeoCollection> {
  return waterCollection((await fetchJson(`${base}/${geoFiles.water}`, signal)) as Topology);
}

/** The whole world from the coarse topology. */
export function coarseCollection(coarse: Topology): GeoCollection {
  return collection([
    ...featuresOf(coarse, 'countries', 'land'),
    ...featuresOf(coarse, 'contested', 'contested'),
    ...coastsOf(coarse, 'coast', 'countries'),
    ...featuresOf(coarse, 'borders', 'border')
  ]);
}

/** The outlines of groups in the coarse topology. */
export function coarseOutlines(
  coarse: Topology,
  groups: GeographyAddress['groups']
): GeoCollection {
  return collection(outlinesOf(coarse, ['coast', 'borders', 'countries'], groups));
}

/** The outlines of groups in the fine topology, and around it in the coarse one's rim. */
export function fineOutlines(
  fine: Topology,
  coarse: Topology,
  groups: GeographyAddress['groups']
): GeoCollection {
  return collection([
    ...outlinesOf(coarse, ['rimCoast', 'rimBorders', 'rim'], groups),
    ...outlinesOf(fine, ['coast', 'borders', 'countries'], groups)
  ]);
}

/**
 * The theatre from the fine topology, and around it the rim: the coarse world less the theatre's rectangle,
 * so that neither shows from under the other.
 */
export function fineCollection(fine: Topology, coarse: Topology): GeoCollection {
  return collection([
    ...featuresOf(coarse, 'rim', 'land'),
    ...featuresOf(fine, 'countries', 'land'),
    ...featuresOf(coarse, 'rimContested', 'contested'),
    ...featuresOf(fine, 'contested', 'contested'),
    ...coastsOf(coarse, 'rimCoast', 'rim'),
    ...coastsOf(fine, 'coast', 'countries'),
    ...featuresOf(coarse, 'rimBorders', 'border'),
    ...featuresOf(fine, 'borders', 'border')
  ]);
}

/** Rivers and lakes. */
export function waterCollection(water: Topology): GeoCollection {
  return collection([
    ...featuresOf(water, 'rivers', 'river'),
    ...featuresOf(water, 'lakes', 'lake')
  ]);
}

/**
 * What part of the world the relief's picture covers.
 * @param url where `json` came from
 * @throws Error naming the address, where it holds no bounds
 */
export function reliefBounds(json: unknown, url: string): Bounds {
  const { bounds } = json as { bounds?: unknown };
  if (!Array.isArray(bounds) || bounds.length !== 4 || !bounds.every(Number.isFinite)) {
    throw new Error(`${url}: bounds must be four numbers, got ${JSON.stringify(bounds)}`);
  }
  return bounds as unknown as Bounds;
}

/** The coasts of one object of a topology, each with the id of the country whose land it bounds. */
function coastsOf(
  topology: Topology,
  coast: string,
  countries: string
): Feature<Geometry, GeoProperties>[] {
  const lines = topology.objects[coast] as MultiLineString | undefined;
  const areas = topology.objects[countries] as GeometryCollection | undefined;
  if (!lines || !areas) return [];
  const geometries = [...linesByOwner(lines, areas).values()];
  const objects = { coasts: { type: 'GeometryCollection', geometries } as const };
  return featuresOf({ ...topology, objects }, 'coasts', 'coast');
}

/** The outline of each group, from the objects of a topology that have its coasts, borders and countries. */
function outlinesOf(
  topology: Topology,
  [coast, borders, countries]: readonly [string, string, string],
  groups: GeographyAddress['groups']
): Feature<Geometry, GeoProperties>[] {
  const areas = topology.objects[countries] as GeometryCollection | undefined;
  const lines = [coast, borders].flatMap(
    (object) => (topology.objects[object] as GeometryObject | undefined) ?? []
  );
  if (!areas) return [];
  const geometries = Object.entries(groups).map(([id, members]) => ({
    ...outlineOf(lines, areas, new Set(members)),
    id
  }));
  const objects = { outlines: { type: 'GeometryCollection', geometries } as const };
  return featuresOf({ ...topology, objects }, 'outlines', 'group');
}

function collection(features: Feature<Geometry, GeoProperties>[]): GeoCollection {
  return { type: 'FeatureCollection', features };
}

/** An area with what ends within Antarctica led on to the pole: MapLibre fills it there on a globe. */
function toThePole<Shape extends Geometry>(geometry: Shape): Shape {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return geometry;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const point of polygons.flat(2)) if (point[1]! < southEnd) point[1] = -90;
  return geometry;
}

/** The features of one object of a topology; none where it has no such object. */
function featuresOf(
  topology: Topology,
  object: string,
  kind: GeoProperties['kind']
): Feature<Geometry, GeoProperties>[] {
  const found = topology.objects[object];
  if (!found) return [];
  const decoded = feature(topology, found as GeometryCollection<{ class?: string } | null>);
  const features: readonly Feature<Geometry | null, { class?: string } | null>[] =
    'features' in decoded ? decoded.features : [decoded as Feature<Geometry, { class?: string }>];
  return features.flatMap(({ id, properties, geometry }) =>
    geometry
      ? [
          {
            type: 'Feature' as const,
            geometry: toThePole(geometry),
            properties: {
              kind,
              ...(id === undefined ? {} : { id: String(id) }),
              ...(properties?.class === undefined ? {} : { class: properties.class })
            }
          }
        ]
      : []
  );
}
