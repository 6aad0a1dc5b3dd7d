import { nearLng } from '../geometry/date-line.ts';
import { angleBetween, fromVector, mix, toVector, type Vector } from '../geometry/sphere.ts';
import type { LngLat } from '../story/story.ts';

/**
 * The path bowed sideways on the sphere, most at its middle and not at all at its ends, by `share` of the distance between
 * its ends (positive: to the right of its direction).
 */
export function bowOnGlobe(path: readonly LngLat[], share: number): LngLat[] {
  const points = path.map(toVector);
  const lengths = lengthsOnGlobe(path);
  const total = lengths.at(-1)!;
  const chord = angleBetween(points[0]!, points.at(-1)!);
  return points.map((point, i) => {
    const ahead = mix(
      points[Math.min(points.length - 1, i + 1)]!,
      1,
      points[Math.max(0, i - 1)]!,
      -1
    );
    const right: Vector = [
      ahead[1] * point[2] - ahead[2] * point[1],
      ahead[2] * point[0] - ahead[0] * point[2],
      ahead[0] * point[1] - ahead[1] * point[0]
    ];
    const aside = Math.sin((Math.PI * lengths[i]!) / total) * share * chord;
    const moved = mix(point, Math.cos(aside), right, Math.sin(aside) / (Math.hypot(...right) || 1));
    const [lng, lat] = fromVector(moved);
    return [nearLng(lng, path[i]![0]), lat] as const;
  });
}

/** As `lengthsAlong`, in radians on the sphere. */
export function lengthsOnGlobe(path: readonly LngLat[]): number[] {
  const points = path.map(toVector);
  let length = 0;
  return points.map((point, i) => (length += angleBetween(points[i - 1] ?? point, point)));
}
