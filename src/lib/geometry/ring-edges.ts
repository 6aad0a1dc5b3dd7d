import type { Point } from './polyline.ts';

/** A ring's edge (degrees), without what lies on the antimeridian, where its polygon has only been cut. */
export function ringEdges(ring: readonly Point[]): Point[][] {
  const isOnSeam = ([lng]: Point) => Math.abs(Math.abs(lng) - 180) < 1e-6;
  const lines: Point[][] = [[]];
  ring.forEach((point, i) => {
    const before = ring[i - 1];
    if (before && isOnSeam(before) && isOnSeam(point)) lines.push([]);
    lines.at(-1)!.push(point);
  });
  return lines.filter((line) => line.length > 1);
}
