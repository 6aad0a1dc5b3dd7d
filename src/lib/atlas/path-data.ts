import type { GeoContext } from 'd3-geo';
import { lengthsAlong, type Point } from '../geometry/polyline.ts';

/** Rings with less area than this are not visible. */
const leastAreaPx = 1;
/** Open lines shorter than this are not visible, px. */
const leastLengthPx = 0.7;

/**
 * A canvas context for d3-geo that writes SVG path data: to a tenth of a px, each point relative to the one before
 * it, without what is too small to be visible.
 */
export class PathData implements GeoContext {
  #data = '';
  #line: Point[] = [];

  beginPath(): void {
    this.#end(false);
  }

  moveTo(x: number, y: number): void {
    this.#end(false);
    this.#line = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.#line.push([x, y]);
  }

  closePath(): void {
    this.#end(true);
  }

  /** The paths of the geography have no points. */
  arc(): void {
    this.#end(false);
  }

  toString(): string {
    this.#end(false);
    return this.#data;
  }

  #end(closed: boolean): void {
    const line = this.#line;
    this.#line = [];
    if (line.length > 1 && isSeen(line, closed)) this.#data += pathData(line, closed);
  }
}

/**
 * A line (px) as SVG path data to a tenth of a px: `M` to its start and `l` from point to point. Points that
 * coincide are written once.
 */
export function pathData(line: readonly Point[], closed: boolean): string {
  let [x, y] = [NaN, NaN];
  let data = '';
  let last = '';
  for (const point of line) {
    const [toX, toY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    if (toX === x && toY === y) continue;
    const first = data === '';
    for (const tenths of first ? [toX, toY] : [toX - x, toY - y]) {
      const number = String(tenths / 10).replace(/^(-?)0\./, '$1.');
      const apart =
        last === '' || number.startsWith('-') || (number.startsWith('.') && last.includes('.'));
      data += apart ? number : ` ${number}`;
      last = number;
    }
    if (first) {
      data += 'l';
      last = '';
    }
    [x, y] = [toX, toY];
  }
  return `M${data}${closed ? 'z' : ''}`;
}

function isSeen(line: readonly Point[], closed: boolean): boolean {
  const [first, last] = [line[0]!, line.at(-1)!];
  if (closed || (line.length > 3 && first[0] === last[0] && first[1] === last[1])) {
    return areaOf(line) >= leastAreaPx;
  }
  return lengthsAlong(line).at(-1)! >= leastLengthPx;
}

function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}
