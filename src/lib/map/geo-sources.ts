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
import { linesOutside, polygonsOutside, type Rectangle } from '../geometry/outside.ts';
import { fetchFile } from './fetch-file.ts';
import { geoFiles } from './geo-files.ts';
import type { GeographyAddress } from './geography-tiles.ts';

/** How finely the world is drawn: everywhere, or only where the story goes (with the coarse rest around it, the rim). */
export type Level = 'coarse' | 'fine';

/** What a feature of a level's source is; the style's layers filter by it. */
export type GeoKind =
  | 'land'
  | 'contested'
  | 'border'
  | 'coast'
  | 'group'
  // Of the fine level alone: coarse land and hatches, and the mask that hides them where there is finer land.
  | 'rim'
  | 'rim-contested'
  | 'mask';

/** `id` is a country's alpha-3 code or a group's id, and what feature states go by. */
interface GeoProperties {
  readonly kind: GeoKind | 'river' | 'lake';
  readonly id?: string;
  readonly class?: string;
}
export type GeoCollection = FeatureCollection<Geometry, GeoProperties>;

/** The JSON at an address. @throws Error as `fetchFile` does */
function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  return fetchFile(url, signal, (answer) => answer.json() as Promise<unknown>, 'JSON');
}

/** The coarse topology under a base address. */
export async function fetchCoarse(base: string, signal: AbortSignal): Promise<Topology> {
  return (await fetchJson(`${base}/${geoFiles.coarse}`, signal)) as Topology;
}

/** The fine topology at an address. */
export async function fetchFine(url: string, signal: AbortSignal): Promise<Topology> {
  return (await fetchJson(url, signal)) as Topology;
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
    ...coastsOf(coarse),
    ...featuresOf(coarse, 'borders', 'border')
  ]);
}

/** The outlines of groups in the coarse topology. */
export function coarseOutlines(
  coarse: Topology,
  groups: GeographyAddress['groups']
): GeoCollection {
  return collection(outlinesOf(coarse, groups));
}

/** The outlines of groups in the fine topology, and around its mask in the coarse one. */
export function fineOutlines(
  fine: Topology,
  coarse: Topology,
  groups: GeographyAddress['groups']
): GeoCollection {
  const outside = outsideOf(fine);
  return collection([...outside(outlinesOf(coarse, groups)), ...outlinesOf(fine, groups)]);
}

/**
 * The land of the fine topology above its mask, and beneath that the coarse world as the rim; the rim's lines end at
 * the mask.
 */
export function fineCollection(fine: Topology, coarse: Topology): GeoCollection {
  const outside = outsideOf(fine);
  return collection([
    ...outside(featuresOf(coarse, 'countries', 'rim')),
    ...outside(featuresOf(coarse, 'contested', 'rim-contested')),
    ...featuresOf(fine, 'mask', 'mask'),
    ...featuresOf(fine, 'countries', 'land'),
    ...featuresOf(fine, 'contested', 'contested'),
    ...outside(coastsOf(coarse)),
    ...coastsOf(fine),
    ...outside(featuresOf(coarse, 'borders', 'border')),
    ...featuresOf(fine, 'borders', 'border')
  ]);
}

function rectangleOf(geometry: Geometry): Rectangle[] {
  if (geometry.type !== 'Polygon') return [];
  const [ring = []] = geometry.coordinates;
  const [lngs, lats] = [ring.map(([lng]) => lng!), ring.map(([, lat]) => lat!)];
  return [[Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]];
}

/** Leaves of features what a fine topology's mask does not hide: lines are cut at it, areas are whole or not there. */
function outsideOf(
  fine: Topology
): (features: readonly Feature<Geometry, GeoProperties>[]) => Feature<Geometry, GeoProperties>[] {
  const masks = featuresOf(fine, 'mask', 'mask');
  const rectangles = masks.flatMap(({ geometry }) => rectangleOf(geometry));
  return (features) => features.flatMap((found) => partOutside(found, rectangles));
}

function partOutside(
  { geometry, properties }: Feature<Geometry, GeoProperties>,
  rectangles: readonly Rectangle[]
): Feature<Geometry, GeoProperties>[] {
  if (geometry.type === 'MultiLineString') {
    const coordinates = linesOutside(geometry.coordinates, rectangles);
    return coordinates.length === 0
      ? []
      : [{ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } }];
  }
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const coordinates = polygonsOutside(polygons, rectangles);
  return coordinates.length === 0
    ? []
    : [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }];
}

/** Rivers and lakes. */
export function waterCollection(water: Topology): GeoCollection {
  return collection([
    ...featuresOf(water, 'rivers', 'river'),
    ...featuresOf(water, 'lakes', 'lake')
  ]);
}

/** The coasts of a topology, each with the id of the country whose land it bounds. */
function coastsOf(topology: Topology): Feature<Geometry, GeoProperties>[] {
  const lines = topology.objects['coast'] as MultiLineString | undefined;
  const areas = topology.objects['countries'] as GeometryCollection | undefined;
  if (!lines || !areas) return [];
  const geometries = [...linesByOwner(lines, areas).values()];
  const objects = { coasts: { type: 'GeometryCollection', geometries } as const };
  return featuresOf({ ...topology, objects }, 'coasts', 'coast');
}

/** The outline of each group in a topology. */
function outlinesOf(
  topology: Topology,
  groups: GeographyAddress['groups']
): Feature<Geometry, GeoProperties>[] {
  const areas = topology.objects['countries'] as GeometryCollection | undefined;
  const lines = ['coast', 'borders'].flatMap(
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
