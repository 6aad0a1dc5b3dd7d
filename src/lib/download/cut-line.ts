import type { LineString, MultiLineString, Position } from 'geojson';
import type { LngLat } from '../story/story.ts';

/**
 * A line without jumps in longitude (which may leave −180..180) as GeoJSON that does not cross the antimeridian:
 * cut there, as RFC 7946, 3.1.9 asks, with an end on each side of it. Degrees are rounded to 5 places, about
 * a metre.
 */
export function cutLine(path: readonly LngLat[]): LineString | MultiLineString {
  const pieces: LngLat[][] = [[path[0]!]];
  for (let i = 1; i < path.length; i++) {
    let from = path[i - 1]!;
    const to = path[i]!;
    while (worldOf(from, to) !== worldOf(to, from)) {
      const edge = edgeBetween(from, to);
      const share = (edge - from[0]) / (to[0] - from[0]);
      const cut: LngLat = [edge, from[1] + share * (to[1] - from[1])];
      pieces.at(-1)!.push(cut);
      pieces.push([cut]);
      from = cut;
    }
    pieces.at(-1)!.push(to);
  }
  const lines = pieces.map(inOneWorld).filter((line) => line.length > 1);
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0]! }
    : { type: 'MultiLineString', coordinates: lines };
}

/** Which turn of the world a point lies in; one on an edge lies where the line to its neighbour does. */
function worldOf([lng]: LngLat, [neighbour]: LngLat): number {
  const turn = (lng + 180) / 360;
  if (Number.isInteger(turn) && neighbour < lng) return turn - 1;
  return Math.floor(turn);
}

/** The first edge of the world that a line meets, not counting one that it starts on. */
function edgeBetween(from: LngLat, to: LngLat): number {
  const world = worldOf(from, to);
  return to[0] > from[0] ? world * 360 + 180 : world * 360 - 180;
}

/** A piece with its longitudes in −180..180, rounded, without points twice. */
function inOneWorld(piece: readonly LngLat[]): Position[] {
  const middle = piece.length === 1 ? piece[0]! : midpoint(piece[0]!, piece[1]!);
  const shift = Math.floor((middle[0] + 180) / 360) * 360;
  return piece
    .map(([lng, lat]) => [rounded(lng - shift), rounded(lat)])
    .filter((at, i, all) => i === 0 || at[0] !== all[i - 1]![0] || at[1] !== all[i - 1]![1]);
}

function midpoint(a: LngLat, b: LngLat): LngLat {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
