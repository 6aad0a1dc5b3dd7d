import type { LngLat, Shape } from './story.ts';

/** All corners of a layer's shape, unwrapped. */
export function shapePoints({ areas, lines, points }: Shape): LngLat[] {
  return [...areas.flat(2), ...lines.flat(), ...points];
}
