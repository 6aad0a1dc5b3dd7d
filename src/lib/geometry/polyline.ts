/** A point on a plane, in whatever unit its line is measured in. */
export type Point = readonly [x: number, y: number];

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The point at a share (0 to 1) of the segment from `a` to `b`. */
export function interpolate(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** For each point of a line, its distance from the start along the line; the last is the line's length. */
export function lengthsAlong(line: readonly Point[]): number[] {
  let length = 0;
  return line.map((point, i) => (length += distance(line[i - 1] ?? point, point)));
}

/**
 * The point at a distance from the start of a line, held to the line's ends.
 *
 * @param lengths where the line's points lie along it, if they are known already or were measured on another
 *   plane than the one the points are given in
 */
export function pointAt(
  line: readonly Point[],
  along: number,
  lengths: readonly number[] = lengthsAlong(line)
): Point {
  const next = lengths.findIndex((length) => length >= along);
  if (next === -1) return line.at(-1)!;
  if (next === 0) return line[0]!;
  const before = lengths[next - 1]!;
  const share = (along - before) / (lengths[next]! - before);
  return interpolate(line[next - 1]!, line[next]!, share);
}

/** The least distance between a line and a point; Infinity for a line of fewer than two points. */
export function distanceToLine(line: readonly Point[], point: Point): number {
  return Math.min(...line.slice(1).map((end, i) => distanceToSegment(line[i]!, end, point)));
}

function distanceToSegment(a: Point, b: Point, point: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  return distance(interpolate(a, b, Math.min(1, Math.max(0, along))), point);
}
