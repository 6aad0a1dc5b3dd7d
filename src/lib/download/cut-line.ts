import type { LineString, MultiLineString, Position } from 'geojson';
import { turnsTo, wrapLng } from '../geometry/date-line.ts';
import { interpolate } from '../geometry/polyline.ts';
import type { LngLat } from '../story/story.ts';

/**
 * A line without jumps in longitude (which may leave −180..180) as GeoJSON that does not cross the antimeridian: it
 * is cut there, as RFC 7946, 3.1.9 asks, and ends on either side. Degrees are rounded to 5 places, about a metre.
 */
export function cutLine(path: readonly LngLat[]): LineString | MultiLineString {
  const pieces: LngLat[][] = [[path[0]!]];
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!, path[i]!];
    for (const edge of edgesBetween(from[0], to[0])) {
      const share = (edge - from[0]) / (to[0] - from[0]);
      const cut: LngLat = [edge, interpolate(from, to, share)[1]];
      pieces.at(-1)!.push(cut);
      pieces.push([cut]);
    }
    pieces.at(-1)!.push(to);
    if (wrapLng(to[0]) === -180) pieces.push([to]);
  }
  const lines = pieces.map(inOneWorld).filter((line) => line.length > 1);
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
}

/** The longitudes at which a segment crosses the antimeridian, in the order it does. */
function edgesBetween(from: number, to: number): number[] {
  const [west, east] = [Math.min(from, to), Math.max(from, to)];
  const edges: number[] = [];
  for (let edge = Math.ceil((west - 180) / 360) * 360 + 180; edge < east; edge += 360)
    if (edge > west) edges.push(edge);
  return from < to ? edges : edges.reverse();
}

/** A piece with its longitudes within −180..180, rounded, without repeated points. */
function inOneWorld(piece: readonly LngLat[]): Position[] {
  const lngs = piece.map(([lng]) => lng);
  const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const turns = turnsTo(middle, 0);
  return piece
    .map(([lng, lat]) => [rounded(lng + 360 * turns), rounded(lat)])
    .filter((at, i, all) => i === 0 || at[0] !== all[i - 1]![0] || at[1] !== all[i - 1]![1]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
