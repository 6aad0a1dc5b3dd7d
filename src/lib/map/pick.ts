import { viewportOf } from '../camera/camera.ts';
import type { Frame } from '../frame.ts';
import { lngShiftTo } from '../geometry/date-line.ts';
import { cut, distanceToLine } from '../geometry/polyline.ts';
import type { Camera } from '../story/story.ts';
import type { View } from '../view.ts';

/** How far from an arc, px, a pointer still means it. */
const reachPx = 8;

/**
 * The event whose arc, as far as it is drawn, passes within reach of a point of the frame (px); the nearest,
 * and of equals the strongest. Null where there is none.
 */
export function eventAt(
  { arcs }: Pick<View, 'arcs'>,
  camera: Camera,
  size: Pick<Frame, 'width' | 'height'>,
  [x, y]: readonly [number, number]
): string | null {
  const viewport = viewportOf(camera, size);
  let best: { id: string; distance: number; opacity: number } | null = null;
  for (const { event, path, drawn, opacity } of arcs) {
    if (drawn === 0 || opacity === 0) continue;
    const shift = lngShiftTo(path, camera.center[0]);
    const points = path.map(([lng, lat]) => {
      const [px, py] = viewport.project([lng + shift, lat]);
      return [px!, py!] as const;
    });
    const distance = distanceToLine(cut(points, drawn), [x, y]);
    if (distance > reachPx) continue;
    const nearer = best === null || distance < best.distance - 0.5;
    const asNear = best !== null && distance <= best.distance + 0.5;
    if (nearer || (asNear && opacity > best!.opacity)) best = { id: event.id, distance, opacity };
  }
  return best?.id ?? null;
}
