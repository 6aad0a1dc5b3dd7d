import { geoClipRectangle, geoPath, geoTransform, type GeoPermissibleObjects } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
  MultiLineString,
  MultiPolygon,
  Objects,
  Polygon,
  Topology
} from 'topojson-specification';
import { linesByOwner } from '../geometry/lines-by-owner.ts';
import type { View } from '../view.ts';
import type { AtlasBase } from './atlas-base.ts';
import type { Ground } from './ground.ts';
import { PathData } from './path-data.ts';

/** From this zoom on the theatre is drawn in more detail, as on the live map. */
export const fineFromZoom = 4.5;
export const riversFromZoom = 3;
/** A point whose triangle is smaller than this is left out by default, px². */
const usualDetailPx2 = 0.5;
/** Lines are clipped this far outside the frame, px, so that no clipped end or edge is visible. */
const marginPx = 12;

/** One path of the geography; paths are drawn in the order given. */
export interface BasePath {
  readonly style:
    | 'land'
    | 'first'
    | 'second'
    | 'other'
    | 'lake'
    | 'river'
    | 'contested'
    | 'coast'
    | 'edgeFirst'
    | 'edgeSecond'
    | 'edgeOther'
    | 'border'
    | 'disputed'
    | 'control'
    | 'group';
  readonly opacity: number;
  readonly data: string;
}

/** The style of a border's path, by the class that the live map uses. */
const borderStyles = {
  recognised: 'border',
  disputed: 'disputed',
  'line-of-control': 'control'
} as const;

/** The style of a tinted country's coast. */
export const edgeStyles = { first: 'edgeFirst', second: 'edgeSecond', other: 'edgeOther' } as const;

/**
 * The geography of a View, one path for each style, from the land up. It is simplified for its scale (points whose
 * triangle is smaller than `detailPx2` are left out) and clipped just outside the frame.
 */
export function basePaths(
  { camera, highlights, groups }: Pick<View, 'camera' | 'highlights' | 'groups'>,
  { coarse, fine, water }: AtlasBase,
  ground: Ground,
  detailPx2 = usualDetailPx2
): BasePath[] {
  const atScale = <Shapes extends Objects<object>>(topology: Topology<Shapes>): Topology<Shapes> =>
    simplify(topology, detailPx2 / ground.worldPx ** 2);
  const draw = drawer(ground);
  const world = atScale(coarse);
  const { objects } = world;
  const theatre = camera.zoom >= fineFromZoom ? atScale(fine) : null;
  const whole = theatre?.objects;

  const areas = (layers: readonly Layer[], ids?: ReadonlySet<string>): string =>
    draw(layers.map(([topology, found]) => merge(topology, polygons(found, ids))));
  const lines = (layers: readonly Layer[], ofClass?: string): string =>
    draw(
      layers.flatMap(([topology, found]) =>
        members(found)
          .filter(({ properties }) => ofClass === undefined || classOf(properties) === ofClass)
          .map((geometry) => feature(topology, geometry))
      )
    );
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

  const countries = layers(objects.rim, whole?.countries, objects.countries);
  const contested = layers(objects.rimContested, whole?.contested, objects.contested);
  const coast = layers(objects.rimCoast, whole?.coast, objects.coast);
  const borders = layers(objects.rimBorders, whole?.borders, objects.borders);
  const outlines = layers(undefined, whole?.groups, objects.groups);
  const flow = atScale(water);

  const coastsOf = (codes: ReadonlySet<string>) =>
    coast.flatMap(([topology, found], i) =>
      [...linesByOwner(found as MultiLineString, countries[i]![1] as GeometryCollection)]
        .filter(([code]) => codes.has(code))
        .map(([, own]) => feature(topology, own))
    );

  const paths: BasePath[] = [
    { style: 'land', opacity: 1, data: areas(countries) },
    ...byTint(highlights).map(({ tint, opacity, codes }) => ({
      style: tint,
      opacity,
      data: areas(countries, codes)
    })),
    { style: 'lake', opacity: 1, data: areas([[flow, flow.objects.lakes]]) },
    {
      style: 'river',
      opacity: 1,
      data: camera.zoom >= riversFromZoom ? lines([[flow, flow.objects.rivers]]) : ''
    },
    { style: 'contested', opacity: 1, data: areas(contested) },
    { style: 'coast', opacity: 1, data: lines(coast) },
    ...byTint(highlights).map(({ tint, opacity, codes }) => ({
      style: edgeStyles[tint],
      opacity,
      data: draw(coastsOf(codes))
    })),
    ...Object.entries(borderStyles).map(([ofClass, style]) => ({
      style,
      opacity: 1,
      data: lines(borders, ofClass)
    })),
    ...groups.map(({ id, opacity }) => ({
      style: 'group' as const,
      opacity,
      data: areas(outlines, new Set([id]))
    }))
  ];
  return paths.filter(({ data }) => data !== '');
}

type Layer = readonly [Topology, GeometryObject | undefined];

/** Draws geometries of the Mercator plane, and their copies beyond the date line, as path data. */
function drawer(ground: Ground): (shapes: readonly GeoPermissibleObjects[]) => string {
  const bounds = ground.bounds(marginPx);
  const clip = geoClipRectangle(bounds.left, bounds.top, bounds.right, bounds.bottom);
  const tilt = geoTransform({
    point(x, y) {
      this.stream.point(...ground.toFrame([x, y]));
    }
  });
  const copies = ground.copies(bounds).map((turns) =>
    geoTransform({
      point(x, y) {
        this.stream.point(...ground.fromPlane([x + turns, y]));
      }
    })
  );
  return (shapes) => {
    const data = new PathData();
    for (const copy of copies) {
      const path = geoPath({ stream: (sink) => copy.stream(clip(tilt.stream(sink))) }, data);
      for (const shape of shapes) path(shape);
    }
    return data.toString();
  };
}

/** The countries of one tint and opacity are drawn as one area. */
function byTint(
  highlights: View['highlights']
): { tint: View['highlights'][number]['tint']; opacity: number; codes: Set<string> }[] {
  const found = new Map<string, ReturnType<typeof byTint>[number]>();
  for (const { code, tint, opacity } of highlights) {
    const key = `${tint} ${opacity}`;
    const same = found.get(key) ?? { tint, opacity, codes: new Set<string>() };
    same.codes.add(code);
    found.set(key, same);
  }
  return [...found.values()];
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
