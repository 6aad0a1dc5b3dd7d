import type { GeoPermissibleObjects } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import { simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
  MultiLineString,
  MultiPolygon as TopoMultiPolygon,
  Objects,
  Polygon,
  Topology
} from 'topojson-specification';
import { fineFromZoom } from '../geometry/levels.ts';
import { linesByOwner } from '../geometry/lines-by-owner.ts';
import { outlineOf } from '../geometry/outline-of.ts';
import { linesOutside, type Rectangle } from '../geometry/outside.ts';
import type { Camera } from '../story/story.ts';
import { weightedForGlobe, type AtlasBase } from './atlas-base.ts';
import { marginPx } from './draw-shapes.ts';
import { isOnGlobe, type Ground } from './ground.ts';

/** A topology and what of it is meant. */
type Layer = readonly [Topology, GeometryObject | undefined];

/** The areas of a level, by what they are. */
interface Areas {
  readonly countries: Layer;
  readonly contested: Layer;
}

/** The lines of a level and the countries that they bound; the rectangles of the plane at which they end. */
interface Lines {
  readonly topology: Topology;
  readonly coast: MultiLineString;
  readonly borders: GeometryCollection;
  readonly countries: GeometryCollection;
  readonly hidden: readonly Rectangle[];
}

/** The geography of a View as shapes of the Mercator plane, simplified for a scale, by what they are. */
export interface Geography extends Areas {
  /** What the fine level does not hold: coarse areas, which it hides by a mask. */
  readonly rim: (Areas & { readonly mask: MultiPolygon }) | null;
  /** Coasts and borders; of two levels where there is a rim. */
  readonly lines: readonly Lines[];
  readonly rivers: Layer;
  readonly lakes: Layer;
}

/** The geography for a camera: points whose triangle is smaller than `detailPx2` are left out. */
export function geographyAt(
  { zoom }: Pick<Camera, 'zoom'>,
  base: AtlasBase,
  ground: Ground,
  detailPx2: number
): Geography {
  const onGlobe = isOnGlobe(ground);
  const { coarse, fine, mask, water } = onGlobe ? weightedForGlobe(base) : base;
  // Much of a globe is seen from the side.
  const detail = onGlobe ? 1.5 * detailPx2 : detailPx2;
  const atScale = <Shapes extends Objects<object>>(topology: Topology<Shapes>): Topology<Shapes> =>
    simplify(topology, detail / ground.worldPx ** 2);
  const isFine = zoom >= fineFromZoom;
  const level = atScale(isFine ? fine : coarse);
  const around = isFine && !hides(mask, ground) ? atScale(coarse) : null;
  const flow = atScale(water);
  return {
    countries: [level, level.objects.countries],
    contested: [level, level.objects.contested],
    rim: around && {
      countries: [around, around.objects.countries],
      contested: [around, around.objects.contested],
      mask: rectangles(mask)
    },
    lines: [...(around ? [linesOf(around, mask)] : []), linesOf(level)],
    rivers: [flow, flow.objects.rivers],
    lakes: [flow, flow.objects.lakes]
  };
}

function linesOf(level: AtlasBase['coarse'], hidden: readonly Rectangle[] = []): Lines {
  const { coast, borders, countries } = level.objects;
  return { topology: level, coast, borders, countries, hidden };
}

/** Whether one of the rectangles holds everything of the plane that is seen; on a globe that is not asked. */
function hides(mask: readonly Rectangle[], ground: Ground): boolean {
  if (isOnGlobe(ground)) return false;
  const { left, right, top, bottom } = ground.planeBounds(marginPx);
  return mask.some(
    ([west, north, east, south]) =>
      north <= top &&
      bottom <= south &&
      [-1, 0, 1].some((turns) => west + turns <= left && right <= east + turns)
  );
}

function rectangles(mask: readonly Rectangle[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: mask.map(([west, north, east, south]) => [
      [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
        [west, north]
      ]
    ])
  };
}

/** The areas of some ids, all by default, as one. */
export function areasIn(
  [topology, found]: Layer,
  ids?: ReadonlySet<string>
): GeoPermissibleObjects[] {
  return [merge(topology, polygons(found, ids))];
}

/** The lines of a layer. */
export function linesIn([topology, found]: Layer): GeoPermissibleObjects[] {
  return members(found).map((geometry) => feature(topology, geometry));
}

/** The coasts of some countries, all by default. */
export function coastsIn(
  levels: readonly Lines[],
  codes?: ReadonlySet<string>
): GeoPermissibleObjects[] {
  return levels.flatMap((level) => {
    if (!codes) return [outside(level, level.coast)];
    return [...linesByOwner(level.coast, level.countries)]
      .filter(([code]) => codes.has(code))
      .map(([, own]) => outside(level, own));
  });
}

/** The borders of a class. */
export function bordersIn(levels: readonly Lines[], ofClass: string): GeoPermissibleObjects[] {
  return levels.flatMap((level) =>
    level.borders.geometries
      .filter(({ properties }) => classOf(properties) === ofClass)
      .map((geometry) => outside(level, geometry))
  );
}

/** The outline of some countries as one. */
export function outlinesIn(
  levels: readonly Lines[],
  codes: ReadonlySet<string>
): GeoPermissibleObjects[] {
  return levels.map((level) =>
    outside(level, outlineOf([level.coast, level.borders], level.countries, codes))
  );
}

/** A level's lines without what is hidden. */
function outside({ topology, hidden }: Lines, lines: GeometryObject): GeoPermissibleObjects {
  const found = feature(topology, lines);
  if (hidden.length === 0 || !('geometry' in found) || found.geometry.type !== 'MultiLineString') {
    return found;
  }
  const coordinates = linesOutside(found.geometry.coordinates, hidden);
  return { type: 'MultiLineString', coordinates };
}

function members(found: GeometryObject | undefined): GeometryObject[] {
  if (!found) return [];
  return found.type === 'GeometryCollection' ? (found as GeometryCollection).geometries : [found];
}

function polygons(
  found: GeometryObject | undefined,
  ids?: ReadonlySet<string>
): (Polygon | TopoMultiPolygon)[] {
  return members(found).filter(
    (geometry): geometry is Polygon | TopoMultiPolygon =>
      (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') &&
      (ids === undefined || ids.has(String(geometry.id)))
  );
}

function classOf(properties: unknown): string | undefined {
  return (properties as { class?: string } | undefined)?.class;
}
