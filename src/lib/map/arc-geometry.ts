import { lngLatToWorld } from '@math.gl/web-mercator';
import type { LngLat } from '../story/story.ts';

/** Numbers that a point of an arc takes in `ArcGeometry.points`. */
export const pointSize = 7;

/** An arc's path as the GPU takes it. Lengths are in Mercator px at zoom 0 (the world is 512 wide). */
export interface ArcGeometry {
  /**
   * Of each point: longitude and latitude (degrees, moved by whole turns to the camera's side of the world), what
   * single precision leaves of the two, the vector across the line to its edge (for a strip 2 wide), and the way
   * from the start.
   */
  readonly points: Float32Array<ArrayBuffer>;
  readonly total: number;
}

/** How much farther than the strip's half width the edge may be from a corner. */
const miterLimit = 2;

/**
 * An arc's geometry, moved by whole turns so that its middle lies within half a turn of `nearLng` (degrees):
 * deck.gl holds its camera within −180..180, the path may lie a turn away.
 */
export function arcGeometry(path: readonly LngLat[], nearLng: number): ArcGeometry {
  const shift = turnsTo(path, nearLng) * 360;
  const points = new Float32Array(path.length * pointSize);
  const legs = legsOf(path);
  let total = 0;
  path.forEach(([lng, lat], i) => {
    const here = [lng + shift, lat] as const;
    const high = here.map(Math.fround);
    const low = here.map((degrees, axis) => degrees - high[axis]!);
    const miter = miterOf(legs[i - 1] ?? legs[i], legs[i] ?? legs[i - 1]);
    points.set([...high, ...low, ...miter, total], i * pointSize);
    total += legs[i]?.length ?? 0;
  });
  return { points, total };
}

/** How many turns bring the middle of a path nearest to a longitude. */
export function turnsTo(path: readonly LngLat[], nearLng: number): number {
  const middle = path[path.length >> 1]?.[0] ?? nearLng;
  return Math.round((nearLng - middle) / 360);
}

interface Leg {
  readonly length: number;
  /** Unit vector, y to the north; of a leg without length the one before it has. */
  readonly way: readonly [x: number, y: number];
}

function legsOf(path: readonly LngLat[]): readonly Leg[] {
  const legs: Leg[] = [];
  let [x, y] = lngLatToWorld([...path[0]!]) as [number, number];
  for (const lngLat of path.slice(1)) {
    const [toX, toY] = lngLatToWorld([...lngLat]) as [number, number];
    const length = Math.hypot(toX - x, toY - y);
    const way = length > 0 ? ([(toX - x) / length, (toY - y) / length] as const) : legs.at(-1)?.way;
    legs.push({ length, way: way ?? [1, 0] });
    [x, y] = [toX, toY];
  }
  return legs;
}

/** From a point to the left edge of a strip 2 wide, where one leg meets the next. */
function miterOf(before: Leg | undefined, after: Leg | undefined): readonly [number, number] {
  if (!before || !after) return [0, 0];
  const across = [-before.way[1] - after.way[1], before.way[0] + after.way[0]] as const;
  const length = Math.hypot(...across);
  // A line that turns back on itself.
  if (length < 1e-6) return [-before.way[1], before.way[0]];
  const longer = Math.min(miterLimit, 2 / length) / length;
  return [across[0] * longer, across[1] * longer];
}
