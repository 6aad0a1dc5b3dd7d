import type { MultiPolygon, Polygon, Position } from 'geojson';
import area from '@turf/area';
import polylabel from 'polylabel';
import type { LngLat } from '../src/lib/story/story.ts';
import type { Box } from './policy.ts';

type Rings = Position[][];

/** Parts nearer than this to the rest of a country belong to its frame, degrees of latitude. */
const nearDegrees = 4;
/** Parts of at least this share of a country's area belong to its frame, however far away they are. */
const largeShare = 0.3;

/**
 * The box of a country's main parts: its largest polygon and, one by one, all that lie near it or are large.
 * French Guiana, Svalbard and Alaska are left out. Where parts lie on both sides of the date line, the east
 * exceeds 180.
 */
export function mainBounds(geometry: Polygon | MultiPolygon): Box {
  const parts = partsOf(geometry)
    .map((rings) => ({ box: boxOf(rings), size: sizeOf(rings) }))
    .sort((a, b) => b.size - a.size);
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let bounds = parts[0]!.box;
  let rest = parts.slice(1);
  for (let grown = true; grown;) {
    grown = false;
    rest = rest.filter(({ box, size }) => {
      const [gap, moved] = nearestTurn(bounds, box);
      if (gap > nearDegrees && size < largeShare * total) return true;
      bounds = union(bounds, moved);
      grown = true;
      return false;
    });
  }
  const shift = bounds[0] < -180 ? 360 : bounds[0] >= 180 ? -360 : 0;
  return [bounds[0] + shift, bounds[1], bounds[2] + shift, bounds[3]].map(round3) as unknown as Box;
}

/**
 * The point of a country's largest polygon that is farthest from its edges, on a plane true at the
 * polygon's own latitude (Garcia-Castellanos and Lombardo 2007, "Poles of inaccessibility").
 */
export function visualCentre(geometry: Polygon | MultiPolygon): LngLat {
  const largest = partsOf(geometry).reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
  const [, south, , north] = boxOf(largest);
  const k = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const plane = largest.map((ring) => ring.map(([lng, lat]) => [lng! * k, lat!]));
  const [x, y] = polylabel(plane, 0.01);
  return [round3(x / k), round3(y)];
}

function partsOf(geometry: Polygon | MultiPolygon): Rings[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function sizeOf(rings: Rings): number {
  return area({ type: 'Polygon', coordinates: rings });
}

function boxOf([outer = []]: Rings): Box {
  const lngs = outer.map(([lng]) => lng!);
  const lats = outer.map(([, lat]) => lat!);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** The gap between two boxes, with the second moved by the whole turn that makes it smallest. */
function nearestTurn(fixed: Box, box: Box): [gap: number, moved: Box] {
  return [-360, 0, 360]
    .map((turn): [number, Box] => {
      const moved: Box = [box[0] + turn, box[1], box[2] + turn, box[3]];
      return [gapBetween(fixed, moved), moved];
    })
    .reduce((a, b) => (b[0] < a[0] ? b : a));
}

function gapBetween(a: Box, b: Box): number {
  const lat = Math.max(0, a[1] - b[3], b[1] - a[3]);
  const lng = Math.max(0, a[0] - b[2], b[0] - a[2]);
  return Math.hypot(lat, lng * Math.cos((((b[1] + b[3]) / 2) * Math.PI) / 180));
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
