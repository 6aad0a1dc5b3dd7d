import type { GeoContext } from 'd3-geo';
import { distance, interpolate, lengthsAlong, type Point } from '../../geometry/polyline.ts';

/** A line or, if closed, the rim of an area. */
export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** Each round halves the corners’ angle; after two a fingertip feels none. */
const rounds = 2;
/** A corner is rounded within so many mm of it, so that an outline stays where it is. */
const reachMm = 6;

/** A context for d3-geo that collects outlines, scaled from its px to mm, instead of drawing them. */
export class OutlineContext implements GeoContext {
  readonly #mmPerPx: number;
  readonly #outlines: Outline[] = [];
  #points: Point[] = [];

  constructor(mmPerPx: number) {
    this.#mmPerPx = mmPerPx;
  }

  beginPath(): void {
    this.#end(false);
  }

  moveTo(x: number, y: number): void {
    this.#end(false);
    this.#points = [[x * this.#mmPerPx, y * this.#mmPerPx]];
  }

  lineTo(x: number, y: number): void {
    this.#points.push([x * this.#mmPerPx, y * this.#mmPerPx]);
  }

  closePath(): void {
    this.#end(true);
  }

  /** Areas and lines have no points. */
  arc(): void {
    this.#end(false);
  }

  /** What has been drawn. */
  finish(): readonly Outline[] {
    this.#end(false);
    return this.#outlines;
  }

  #end(closed: boolean): void {
    if (this.#points.length > 1) this.#outlines.push({ points: this.#points, closed });
    this.#points = [];
  }
}

/** An outline without corners (Chaikin, “An Algorithm for High-Speed Curve Generation”, 1974); an open one keeps its ends. */
export function smoothOutline({ points, closed }: Outline): Outline {
  let line = inShortPieces(withoutRepeats(points, closed), closed);
  for (let round = 0; round < rounds && line.length > 2; round++) {
    const cut = (closed ? [...line, line[0]!] : line).slice(1).flatMap((to, i): Point[] => {
      const from = line[i]!;
      return [interpolate(from, to, 0.25), interpolate(from, to, 0.75)];
    });
    line = closed ? cut : [line[0]!, ...cut.slice(1, -1), line.at(-1)!];
  }
  return { points: line, closed };
}

/** Whether a fingertip would take an outline for a dot: a rim around less than an area, mm², or a line shorter than its side. */
export function isTiny({ points, closed }: Outline, leastAreaMm2: number): boolean {
  return closed
    ? Math.abs(areaOf(points)) < leastAreaMm2
    : lengthsAlong(points).at(-1)! < Math.sqrt(leastAreaMm2);
}

function areaOf(ring: readonly Point[]): number {
  return (
    ring.reduce((twice, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return twice + x * nextY - nextX * y;
    }, 0) / 2
  );
}

function inShortPieces(line: readonly Point[], closed: boolean): Point[] {
  const ends = closed ? [...line.slice(1), line[0]!] : line.slice(1);
  const pieces = ends.flatMap((to, i) => {
    const from = line[i]!;
    const count = Math.ceil(distance(from, to) / reachMm);
    return Array.from({ length: count }, (_, piece) => interpolate(from, to, piece / count));
  });
  return closed ? pieces : [...pieces, line.at(-1)!];
}

function withoutRepeats(points: readonly Point[], closed: boolean): Point[] {
  const kept = points.filter(
    (point, i) => i === 0 || point[0] !== points[i - 1]![0] || point[1] !== points[i - 1]![1]
  );
  const [first, last] = [kept[0]!, kept.at(-1)!];
  const repeats = closed && kept.length > 1 && first[0] === last[0] && first[1] === last[1];
  return repeats ? kept.slice(0, -1) : kept;
}
