import type { GeoPermissibleObjects } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Objects,
  Polygon,
  Topology
} from 'topojson-specification';
import type { Camera } from '../story/story.ts';
import { weightedForGlobe, type AtlasBase } from './atlas-base.ts';
import { isOnGlobe, type Ground } from './ground.ts';

/** From this zoom on the theatre is drawn in more detail, as on the live map. */
export const fineFromZoom = 4.5;

/** A topology and what of it is meant. */
type Layer = readonly [Topology, GeometryObject | undefined];

/** The geography of a View as shapes of the Mercator plane, simplified for a scale, by what they are. */
export interface Geography {
  readonly countries: readonly Layer[];
  readonly contested: readonly Layer[];
  readonly coast: readonly Layer[];
  readonly borders: readonly Layer[];
  readonly rivers: readonly Layer[];
  readonly lakes: readonly Layer[];
}

/** The geography for a camera: points whose triangle is smaller than `detailPx2` are left out. */
export function geographyAt(
  { zoom }: Pick<Camera, 'zoom'>,
  base: AtlasBase,
  ground: Ground,
  detailPx2: number
): Geography {
  const onGlobe = isOnGlobe(ground);
  const { coarse, fine, water } = onGlobe ? weightedForGlobe(base) : base;
  // Much of a globe is seen from the side.
  const detail = onGlobe ? 1.5 * detailPx2 : detailPx2;
  const atScale = <Shapes extends Objects<object>>(topology: Topology<Shapes>): Topology<Shapes> =>
    simplify(topology, detail / ground.worldPx ** 2);
  const world = atScale(coarse);
  const { objects } = world;
  const theatre = zoom >= fineFromZoom ? atScale(fine) : null;
  const whole = theatre?.objects;
  const layers = (
    rim: GeometryObject | undefined,
    middle: GeometryObject | undefined,
    all: GeometryObject
  ): Layer[] =>
    theatre
      ? [
          [world, rim],
          [theatre, middle]
        ]
      : [[world, all]];
  const flow = atScale(water);
  return {
    countries: layers(objects.rim, whole?.countries, objects.countries),
    contested: layers(objects.rimContested, whole?.contested, objects.contested),
    coast: layers(objects.rimCoast, whole?.coast, objects.coast),
    borders: layers(objects.rimBorders, whole?.borders, objects.borders),
    rivers: [[flow, flow.objects.rivers]],
    lakes: [[flow, flow.objects.lakes]]
  };
}

/** The areas of some ids, all by default, each layer's as one. */
export function areasIn(
  layers: readonly Layer[],
  ids?: ReadonlySet<string>
): GeoPermissibleObjects[] {
  return layers.map(([topology, found]) => merge(topology, polygons(found, ids)));
}

/** The lines of a class, all by default. */
export function linesIn(layers: readonly Layer[], ofClass?: string): GeoPermissibleObjects[] {
  return layers.flatMap(([topology, found]) =>
    members(found)
      .filter(({ properties }) => ofClass === undefined || classOf(properties) === ofClass)
      .map((geometry) => feature(topology, geometry))
  );
}

function members(found: GeometryObject | undefined): GeometryObject[] {
  if (!found) return [];
  return found.type === 'GeometryCollection' ? (found as GeometryCollection).geometries : [found];
}

function polygons(
  found: GeometryObject | undefined,
  ids?: ReadonlySet<string>
): (Polygon | MultiPolygon)[] {
  return members(found).filter(
    (geometry): geometry is Polygon | MultiPolygon =>
      (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
      (ids === undefined || ids.has(String(geometry.id)))
  );
}

function classOf(properties: unknown): string | undefined {
  return (properties as { class?: string } | undefined)?.class;
}
