import { lengthsAlong, pointAt, type Point } from '../../geometry/polyline.ts';

/** Into so many pieces a line is cut to be bent, and as far around a point its direction is taken, as shares of it. */
const pieces = 40;
const reach = 0.1;

/**
 * A line bent to the left of its way (negative: to the right), by so many mm at its middle and not at all at its ends, so
 * that lines between the same two places are felt as several.
 */
export function bendAside(line: readonly Point[], asideMm: number): Point[] {
  const lengths = lengthsAlong(line);
  const whole = lengths.at(-1)!;
  const at = (share: number) => pointAt(line, Math.min(1, Math.max(0, share)) * whole, lengths);
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const share = i / pieces;
    const [x, y] = at(share);
    const [[beforeX, beforeY], [afterX, afterY]] = [at(share - reach), at(share + reach)];
    const length = Math.hypot(afterX - beforeX, afterY - beforeY) || 1;
    const by = (4 * share * (1 - share) * asideMm) / length;
    return [x + (afterY - beforeY) * by, y - (afterX - beforeX) * by];
  });
}
