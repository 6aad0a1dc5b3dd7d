import { lngLatToWorld } from '@math.gl/web-mercator';
import type { LngLat } from '../story/story.ts';

/** An arc's path in the typed arrays that deck.gl's PathLayer takes. Lengths are in Mercator px at zoom 0 (the world is 512 wide). */
export interface ArcGeometry {
  /** Longitude and latitude of each point in turn, degrees. Double precision: deck.gl splits each number in two. */
  readonly positions: Float64Array;
  /** The length of the path from its start to each point. */
  readonly lengths: Float32Array;
  readonly totalLength: number;
}

/**
 * The geometry of an arc, moved by `lngShift` (degrees, a multiple of 360): deck.gl's camera stays within −180..180,
 * and a path may lie a turn away from it.
 */
export function arcGeometry(path: readonly LngLat[], lngShift: number): ArcGeometry {
  const positions = new Float64Array(path.length * 2);
  const lengths = new Float32Array(path.length);
  let totalLength = 0;
  let [x, y] = lngLatToWorld([...path[0]!]) as [number, number];
  path.forEach(([lng, lat], i) => {
    positions.set([lng + lngShift, lat], i * 2);
    const [nextX, nextY] = lngLatToWorld([lng, lat]) as [number, number];
    totalLength += Math.hypot(nextX - x, nextY - y);
    lengths[i] = totalLength;
    [x, y] = [nextX, nextY];
  });
  return { positions, lengths, totalLength };
}

/** The multiple of 360 degrees that brings the middle of a path to within half a turn of a longitude. */
export function lngShiftTo(path: readonly LngLat[], cameraLng: number): number {
  const [middleLng] = path[path.length >> 1]!;
  return 360 * Math.round((cameraLng - middleLng) / 360);
}
