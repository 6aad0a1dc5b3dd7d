import type { Box } from '../../frame.ts';
import type { Point } from '../../geometry/polyline.ts';

/** A sign on the map, mm. */
export interface Sign {
  readonly at: Point;
  readonly radius: number;
}

const mostRounds = 200;

/**
 * The signs moved apart, each by as little as may be, until there is a gap between any two, mm; they stay in the map as
 * far as that can be. On a map for the fingers a few millimetres matter less than that two signs are felt as two.
 */
export function spreadSigns<One extends Sign>(
  signs: readonly One[],
  gapMm: number,
  bounds: Box
): One[] {
  const points = signs.map(({ at: [x, y] }): [number, number] => [x, y]);
  for (let round = 0; round < mostRounds; round++) {
    let isMoved = false;
    for (let i = 0; i < points.length; i++) {
      for (let j = i + 1; j < points.length; j++) {
        const [a, b] = [points[i]!, points[j]!];
        // Two at one point part from west to east.
        const [dx, dy] = a[0] === b[0] && a[1] === b[1] ? [1e-3, 0] : [b[0] - a[0], b[1] - a[1]];
        const apart = Math.hypot(dx, dy);
        const lack = signs[i]!.radius + signs[j]!.radius + gapMm - apart;
        if (lack <= 1e-6) continue;
        isMoved = true;
        // A hair more than half, so that the rounds come to an end.
        const by = (lack / 2 + 1e-4) / apart;
        points[i] = held([a[0] - dx * by, a[1] - dy * by], bounds);
        points[j] = held([b[0] + dx * by, b[1] + dy * by], bounds);
      }
    }
    if (!isMoved) break;
  }
  return signs.map((sign, i) => ({ ...sign, at: points[i]! }));
}

function held(
  [x, y]: readonly [number, number],
  { left, right, top, bottom }: Box
): [number, number] {
  return [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))];
}
