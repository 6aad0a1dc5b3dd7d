import { lngLatToWorld } from '@math.gl/web-mercator';
import { lengthsAlong } from '../geometry/polyline.ts';
import type { LngLat } from '../story/story.ts';

/**
 * An arc's path in the typed arrays that deck.gl's PathLayer takes. Lengths are in Mercator px at zoom 0 (the world is
 * 512 wide), on a globe in px.
 */
export interface ArcGeometry {
  /**
   * Longitude and latitude of each point in turn, degrees; on a globe its place on the screen, as `screenView` has it.
   * Double precision: deck.gl splits each number in two.
   */
  readonly positions: Float64Array;
  /** The length of the path from its start to each point. */
  readonly lengths: Float32Array;
  readonly totalLength: number;
  /** Whether the stretch from each point to the next is behind the globe; none is where it is left out. */
  readonly hidden?: readonly boolean[];
}

/**
 * The geometry of an arc, moved by `lngShift` (degrees, a multiple of 360): deck.gl's camera stays within −180..180,
 * and a path may lie a turn away from it.
 */
export function arcGeometry(path: readonly LngLat[], lngShift: number): ArcGeometry {
  const lengths = lengthsAlong(
    path.map((lngLat) => lngLatToWorld([...lngLat]) as [number, number])
  );
  return {
    positions: Float64Array.from(path.flatMap(([lng, lat]) => [lng + lngShift, lat])),
    lengths: Float32Array.from(lengths),
    totalLength: lengths.at(-1)!
  };
}
