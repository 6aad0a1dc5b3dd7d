import { viewportOf } from '../camera/camera.ts';
import type { Frame } from '../frame.ts';
import type { Camera } from '../story/story.ts';
import type { View } from '../view.ts';
import { lngShiftTo } from './arc-geometry.ts';

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

type Point = readonly [x: number, y: number];

/** The first part of a line, as a share of its length. */
function cut(line: readonly Point[], share: number): readonly Point[] {
  if (share >= 1) return line;
  const lengths = line.map((point, i) => (i === 0 ? 0 : distance(line[i - 1]!, point)));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const kept: Point[] = line.slice(0, 1);
  for (let i = 1; i < line.length && left > 0; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const t = Math.min(1, left / (lengths[i]! || 1));
    kept.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
    left -= lengths[i]!;
  }
  return kept;
}

function distanceToLine(line: readonly Point[], point: Point): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, distance(point, [a[0] + dx * t, a[1] + dy * t]));
  }
  return least;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
