import type { Box } from '../../frame.ts';
import type { Point } from '../../geometry/polyline.ts';
import { tactileMm } from './tactile-forms.ts';

/** What Braille on a map keeps away from, mm. */
export interface Obstacles {
  /** The map. Braille lies within it. */
  readonly bounds: Box;
  /** Signs of places. */
  readonly discs: readonly { readonly at: Point; readonly radius: number }[];
  /** Points along the lines of events, close together. */
  readonly lines: readonly Point[];
  /** Points along coasts and borders, which make way where need be. */
  readonly outlines: readonly Point[];
  /** Braille that has its place. */
  readonly taken: readonly Box[];
}

/** Costs of a place for a label: to be outside the map, on another label, beside a sign or a line, on a coast, far away. */
const costs = { outside: 1e6, label: 1e4, disc: 300, line: 30, outline: 1, perMm: 2 } as const;

const directions = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
/** How much farther than need be a label may be, mm. */
const farther = [0, 2, 4, 7, 11];

/**
 * Where the Braille of a sign has most room around it, beside the sign: its box, with 3 mm to everything else wherever
 * that can be.
 */
export function besideSign(
  at: Point,
  radius: number,
  [width, height]: readonly [number, number],
  obstacles: Obstacles
): Box {
  const candidates = farther.flatMap((extra) =>
    directions.map((direction) => {
      const box = beside(at, radius + tactileMm.gap + extra, direction, width, height);
      return { box, cost: costOf(box, obstacles) + costs.perMm * extra };
    })
  );
  return cheapest(candidates)!.box;
}

/** Where the Braille of an area, of which some points are given, has most room within it; null where it has none. */
export function withinArea(
  points: readonly Point[],
  [width, height]: readonly [number, number],
  isInside: (point: Point) => boolean,
  obstacles: Obstacles
): Box | null {
  const middle = middleOf(points);
  const candidates = points.flatMap(([x, y]) => {
    const box = boxAround(x, y, width, height);
    if (!corners(box).every(isInside)) return [];
    const cost = costOf(box, obstacles);
    const away = Math.hypot(x - middle[0], y - middle[1]);
    return cost >= costs.line ? [] : [{ box, cost: cost + 0.2 * away }];
  });
  return cheapest(candidates)?.box ?? null;
}

/** Where the Braille of an area too small for it has room close by, on nothing else; null where there is none. */
export function besideArea(
  points: readonly Point[],
  [width, height]: readonly [number, number],
  isInside: (point: Point) => boolean,
  obstacles: Obstacles
): Box | null {
  if (points.length === 0) return null;
  const middle = middleOf(points);
  const candidates = [4, 8, 12, 16, 20].flatMap((away) =>
    directions.flatMap((direction) => {
      const box = beside(middle, away, direction, width, height);
      const isOnIt = points.some((point) => distanceToBox(box, point) < tactileMm.gap);
      const cost = costOf(box, obstacles);
      return isOnIt || cost >= costs.line || corners(box).some(isInside)
        ? []
        : [{ box, cost: cost + costs.perMm * away }];
    })
  );
  return cheapest(candidates)?.box ?? null;
}

/** The distance from a box to a point, mm; 0 inside it. */
export function distanceToBox({ left, right, top, bottom }: Box, [x, y]: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function costOf(box: Box, { bounds, discs, lines, outlines, taken }: Obstacles): number {
  const { gap, event, coast } = tactileMm;
  const beyond = Math.max(
    bounds.left - box.left,
    box.right - bounds.right,
    bounds.top - box.top,
    box.bottom - bounds.bottom
  );
  const near = (points: readonly Point[], mm: number) =>
    points.filter((point) => distanceToBox(box, point) < mm).length;
  const tight = discs
    .map(({ at, radius }) => gap - (distanceToBox(box, at) - radius))
    .filter((lack) => lack > 0.01);
  return (
    (beyond > 0 ? costs.outside : 0) +
    costs.label * taken.filter((other) => boxesApart(box, other) < gap).length +
    costs.disc * tight.length +
    costs.line * near(lines, gap + event / 2) +
    costs.outline * near(outlines, coast / 2)
  );
}

function boxesApart(a: Box, b: Box): number {
  return Math.hypot(
    Math.max(a.left - b.right, 0, b.left - a.right),
    Math.max(a.top - b.bottom, 0, b.top - a.bottom)
  );
}

/** The box in a direction from a point that comes no closer to it than a distance. */
function beside(
  [x, y]: Point,
  away: number,
  direction: number,
  width: number,
  height: number
): Box {
  for (let reach = away; ; reach += 0.25) {
    const box = boxAround(
      x + Math.cos(direction) * reach,
      y + Math.sin(direction) * reach,
      width,
      height
    );
    if (distanceToBox(box, [x, y]) >= away) return box;
  }
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function corners({ left, right, top, bottom }: Box): Point[] {
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom]
  ];
}

function cheapest<Candidate extends { readonly cost: number }>(
  candidates: readonly Candidate[]
): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best === undefined || each.cost < best.cost ? each : best),
    undefined
  );
}

function middleOf(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}
