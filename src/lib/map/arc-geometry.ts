import { lngLatToWorld } from '@math.gl/web-mercator';
import type { LngLat } from '../story/story.ts';

/** An arc's path as the GPU takes it. Lengths are in Mercator px at zoom 0 (the world is 512 wide). */
export interface ArcGeometry {
  readonly id: string;
  /** Longitude and latitude by turns, degrees, moved by whole turns to the camera's side of the world. */
  readonly positions: Float64Array;
  /** The way from the start to each point. */
  readonly lengths: Float32Array;
  readonly total: number;
}

/**
 * An arc's geometry, moved by whole turns so that its middle lies within half a turn of `nearLng` (degrees):
 * deck.gl holds its camera within −180..180, the path may lie a turn away.
 */
export function arcGeometry(id: string, path: readonly LngLat[], nearLng: number): ArcGeometry {
  const shift = turnsTo(path, nearLng) * 360;
  const positions = new Float64Array(path.length * 2);
  const lengths = new Float32Array(path.length);
  let total = 0;
  let before: readonly [number, number] | null = null;
  path.forEach(([lng, lat], i) => {
    positions.set([lng + shift, lat], i * 2);
    const here = lngLatToWorld([lng, lat]);
    if (before) total += Math.hypot(here[0] - before[0], here[1] - before[1]);
    lengths[i] = total;
    before = here;
  });
  return { id, positions, lengths, total };
}

/** How many turns bring the middle of a path nearest to a longitude. */
export function turnsTo(path: readonly LngLat[], nearLng: number): number {
  const middle = path[path.length >> 1]?.[0] ?? nearLng;
  return Math.round((nearLng - middle) / 360);
}
