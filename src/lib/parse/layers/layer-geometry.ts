import circle from '@turf/circle';
import polylabel from 'polylabel';
import simplify from 'simplify-js';
import { nearLng } from '../../geometry/date-line.ts';
import { listed } from '../../story/listed.ts';
import { lengthsAlong, pointAt } from '../../geometry/polyline.ts';
import type { LngLat, Shape } from '../../story/story.ts';
import { show } from '../fault.ts';
import { valueAt, type Subject } from '../shape.ts';
import { parseLngLat } from '../geography/parse-places.ts';
import type { Located, Path } from '../located.ts';

/** The geometry of a shape, without what it looks like. */
export type ShapeGeometry = Omit<Shape, 'type' | 'form'>;
type Areas = LngLat[][][];

/** What is finer than this is left out, degrees: about 100 m, finer than the map's own land. */
const finestDegrees = 0.001;

const kinds = ['Polygon', 'MultiPolygon', 'LineString', 'MultiLineString', 'Point', 'MultiPoint'];

/**
 * Returns the geometry at a path as a shape: simplified, each part unwrapped; or null where it has a fault (RFC 7946). A
 * ring in the wrong direction is a warning.
 */
export function readGeometry(
  data: Located,
  path: Path,
  { file, where, report }: Subject,
  warn: Subject['report']
): ShapeGeometry | null {
  let valid = true;
  const fault = (at: Path, expected: string, got: unknown, tell = report) => {
    if (tell === report) valid = false;
    tell({ file, where, ...data.at(at), expected, got: show(got) });
  };
  const type = valueAt(data, [...path, 'type']);
  const coordinates = valueAt(data, [...path, 'coordinates']);
  const name = kinds.find((each) => each === type);
  if (!name) {
    fault([...path, 'type'], `geometry must be ${listed(kinds, 'or')}`, type);
    return null;
  }
  const inner = [...path, 'coordinates'];
  const listAt = (value: unknown, at: Path, what: string): [unknown, Path][] => {
    if (Array.isArray(value) && value.length > 0) return value.map((item, i) => [item, [...at, i]]);
    fault(at, `coordinates must be a list of ${what}`, value);
    return [];
  };
  const point = (value: unknown, at: Path): LngLat | null => {
    const lngLat = parseLngLat(value);
    if (typeof lngLat !== 'string') return lngLat;
    if (valid) fault(at, lngLat, value);
    valid = false;
    return null;
  };
  const line = (value: unknown, at: Path, least: number): LngLat[] => {
    const points = listAt(value, at, 'positions').flatMap(([item, to]) => {
      const lngLat = point(item, to);
      return lngLat ? [lngLat] : [];
    });
    if (valid && points.length < least)
      fault(
        at,
        `a ${least === 4 ? 'ring' : 'line'} must have at least ${least} positions`,
        points.length
      );
    return unwrapped(points);
  };
  const ring = (value: unknown, at: Path, index: number): LngLat[] => {
    const points = line(value, at, 4);
    const [first, last] = [points[0], points.at(-1)];
    if (!valid || !first || !last) return points;
    if (Math.abs(last[0] - first[0]) > 180)
      fault(at, 'a ring must not go around a pole: cut it along 180° first', 'one that does');
    else if (last[0] !== first[0] || last[1] !== first[1])
      fault(at, 'a ring must end where it starts', [...last]);
    else if (signedArea(points) > 0 !== (index === 0)) {
      const expected = `${index === 0 ? 'an outer ring should go counterclockwise' : 'a hole should go clockwise'} (RFC 7946); it has been turned`;
      fault(at, expected, 'the other direction', warn);
      points.reverse();
    }
    return points;
  };
  const polygon = (value: unknown, at: Path) =>
    listAt(value, at, 'rings').map(([item, to], index) => ring(item, to, index));

  const areas: Areas =
    name === 'Polygon'
      ? [polygon(coordinates, inner)]
      : name === 'MultiPolygon'
        ? listAt(coordinates, inner, 'polygons').map(([item, at]) => polygon(item, at))
        : [];
  const lines =
    name === 'LineString'
      ? [line(coordinates, inner, 2)]
      : name === 'MultiLineString'
        ? listAt(coordinates, inner, 'lines').map(([item, at]) => line(item, at, 2))
        : [];
  const points =
    name === 'Point'
      ? [point(coordinates, inner)]
      : name === 'MultiPoint'
        ? listAt(coordinates, inner, 'positions').map(([item, at]) => point(item, at))
        : [];
  return valid
    ? shapeOf(
        areas,
        lines,
        points.filter((each) => each !== null)
      )
    : null;
}

/** A shape of areas, lines or points, simplified, with the place of its label. */
export function shapeOf(areas: Areas, lines: LngLat[][], points: LngLat[]): ShapeGeometry {
  const label = labelOf(areas, lines, points);
  const near = (path: readonly LngLat[]) => nearPath(path, label[0]);
  return {
    areas: areas.map((rings) => rings.map((ring) => near(simplified(ring, 4)))),
    lines: lines.map((line) => near(simplified(line, 2))),
    points: points.map(([lng, lat]) => rounded([nearLng(lng, label[0]), lat])),
    label: rounded(label)
  };
}

/** The northernmost corner of an area's largest part: its name stands on its outline, and leaves its middle free. */
export function northOf({ areas, label }: ShapeGeometry): LngLat {
  const largest = best(areas, ([outer]) => Math.abs(signedArea(outer!)));
  return best(largest?.[0] ?? [], ([, lat]) => lat) ?? label;
}

/** A circle on the Earth's surface, as a ring. */
export function circleRing([lng, lat]: LngLat, radiusKm: number): LngLat[] {
  const { geometry } = circle([lng, lat], radiusKm, { units: 'kilometers', steps: 96 });
  return unwrapped(geometry.coordinates[0] as unknown as LngLat[]);
}

/** The same points without a jump of more than half a turn between two. */
export function unwrapped(points: readonly LngLat[]): LngLat[] {
  const path: LngLat[] = [];
  for (const [lng, lat] of points) path.push([nearLng(lng, path.at(-1)?.[0] ?? lng), lat]);
  return path;
}

/** A path moved by whole turns so that its middle lies nearest to a longitude. */
function nearPath(path: readonly LngLat[], reference: number): LngLat[] {
  const lngs = path.map(([lng]) => lng);
  const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const shift = nearLng(middle, reference) - middle;
  return path.map(([lng, lat]) => rounded([lng + shift, lat]));
}

function simplified(path: readonly LngLat[], least: number): LngLat[] {
  const found = simplify(
    path.map(([x, y]) => ({ x, y })),
    finestDegrees,
    true
  ).map(({ x, y }): LngLat => [x, y]);
  return found.length < least ? [...path] : found;
}

/** The middle of the largest area, of the longest line, or the first point. */
function labelOf(areas: Areas, lines: LngLat[][], points: LngLat[]): LngLat {
  const largest = best(areas, ([outer]) => Math.abs(signedArea(outer!)));
  if (largest) {
    const [, lat] = largest[0]![0]!;
    const k = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
    const [x, y] = polylabel(
      largest.map((ring) => ring.map(([lng, lat]) => [lng * k, lat])),
      0.01
    );
    return [x / k, y];
  }
  const longest = best(lines, (line) => lengthsAlong(line).at(-1)!);
  if (longest) return pointAt(longest, lengthsAlong(longest).at(-1)! / 2);
  return points[0]!;
}

function best<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item | undefined {
  return [...items].sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

/** Twice the area of a ring on the plane of longitude and latitude; positive where it goes counterclockwise. */
function signedArea(ring: readonly LngLat[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Rounded to about 10 m. */
function rounded([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
}
