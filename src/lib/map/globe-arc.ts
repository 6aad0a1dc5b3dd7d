import { globe } from '../camera/load-globe.ts';
import type { Frame } from '../frame.ts';
import { interpolate, lengthsAlong, type Point } from '../geometry/polyline.ts';
import type { Camera, LngLat } from '../story/story.ts';
import type { ArcGeometry } from './arc-geometry.ts';

/**
 * The view state under which deck.gl's plane is the screen: a px of it is one of the map's, with (256, 256) in the middle
 * and y upwards. deck.gl has a globe of its own, but sees it from near by, and draws what is behind it.
 */
export const screenView = { longitude: 0, latitude: 0, zoom: 0 } as const;
const middle = 256;

/** The geometry of an arc on a globe, as it is seen on the screen; it ends at the globe's edge and begins there again. */
export function globeArc(path: readonly LngLat[], camera: Camera, frame: Frame): ArcGeometry {
  const viewport = new (globe().GlobeViewport)(camera, frame);
  const line: Point[] = path.map((lngLat) => viewport.project(lngLat));
  const depths = path.map((lngLat) => viewport.depth(lngLat));
  const cut = line.map((point, i) => {
    if (depths[i]! >= 0) return point;
    const seen = [i - 1, i + 1].find((next) => depths[next]! >= 0);
    return seen === undefined
      ? point
      : interpolate(line[seen]!, point, depths[seen]! / (depths[seen]! - depths[i]!));
  });
  const lengths = lengthsAlong(cut);
  return {
    positions: Float64Array.from(
      cut.flatMap(([x, y]) => [middle + x - frame.width / 2, middle - y + frame.height / 2])
    ),
    lengths: Float32Array.from(lengths),
    totalLength: lengths.at(-1)!,
    hidden: depths.map((depth, i) => depth < 0 && (depths[i + 1] ?? -1) < 0)
  };
}
