import { distance, lengthsAlong, pointAt, type Point } from '../../geometry/polyline.ts';
import type { Certainty } from '../../story/story.ts';
import { pathData } from '../path-data.ts';
import { px } from '../px.ts';
import { tactileLines, tactileMm } from './tactile-forms.ts';

/** The line of an event on the map, mm: from where it leaves its first place’s sign to the tip of its head. */
export interface EventLine {
  readonly certainty: Certainty;
  /** The line up to the head. */
  readonly shaft: readonly Point[];
  /** The head’s tip and its two other corners. */
  readonly head: readonly [tip: Point, left: Point, right: Point];
}

interface End {
  readonly at: Point;
  readonly radius: number;
}

/**
 * An event’s line between the signs of its two places, wherever these have been moved, with a gap at each. Where they
 * are too close for both, the head alone is left.
 */
export function eventLine(
  path: readonly Point[],
  certainty: Certainty,
  from: End,
  to: End
): EventLine {
  const line = between(path, from.at, to.at);
  const lengths = lengthsAlong(line);
  const whole = lengths.at(-1)!;
  const { gap, headLength, headWidth } = tactileMm;
  const tip = Math.max(0, whole - to.radius - gap / 2);
  const base = Math.max(0, tip - headLength);
  const start = Math.min(base, from.radius + gap);
  const at = (along: number) => pointAt(line, along, lengths);
  const [[tipX, tipY], [baseX, baseY]] = [at(tip), at(base)];
  const length = distance([baseX, baseY], [tipX, tipY]) || 1;
  const [sideX, sideY] = [
    ((tipY - baseY) / length) * (headWidth / 2),
    ((baseX - tipX) / length) * (headWidth / 2)
  ];
  return {
    certainty,
    shaft: [
      at(start),
      ...line.filter((_, i) => lengths[i]! > start && lengths[i]! < base),
      at(base)
    ],
    head: [
      [tipX, tipY],
      [baseX + sideX, baseY + sideY],
      [baseX - sideX, baseY - sideY]
    ]
  };
}

/** A line in black, or in white and wider, to keep what it crosses away from it. */
export function drawEventLine({ certainty, shaft, head }: EventLine, halo: boolean): string {
  const { event, gap } = tactileMm;
  const data = pathData(shaft, false);
  const triangle = pathData(head, true);
  if (halo) {
    const round = 'stroke="#fff" stroke-linejoin="round" stroke-linecap="round"';
    return (
      `<path fill="none" ${round} stroke-width="${event + 2 * gap}" d="${data}"/>` +
      `<path fill="#fff" ${round} stroke-width="${2 * gap}" d="${triangle}"/>`
    );
  }
  return (
    `<path data-certainty="${certainty}" ${strokeOf(certainty)} d="${data}"/>` +
    `<path fill="#000" d="${triangle}"/>`
  );
}

/** A sample of a line for the key, so many mm to the right of a point. */
export function drawLineSample(certainty: Certainty, [x, y]: Point, lengthMm: number): string {
  const inset = tactileLines[certainty].dotted ? tactileMm.event / 2 : 0;
  return `<path ${strokeOf(certainty)} d="M${px(x + inset)} ${px(y)}h${px(lengthMm - 2 * inset)}"/>`;
}

/** The attributes of a certainty’s line. */
export function strokeOf(certainty: Certainty, widthMm: number = tactileMm.event): string {
  const { dash, dotted } = tactileLines[certainty];
  return (
    `fill="none" stroke="#000" stroke-width="${widthMm}"` +
    (dash.length === 0 ? '' : ` stroke-dasharray="${dash.map(px).join(' ')}"`) +
    (dotted ? ' stroke-linecap="round"' : '')
  );
}

/** A path led to two points near its ends: between them, each point is moved by its share. */
function between(path: readonly Point[], from: Point, to: Point): Point[] {
  const lengths = lengthsAlong(path);
  const whole = lengths.at(-1)! || 1;
  const [first, last] = [path[0]!, path.at(-1)!];
  return path.map(([x, y], i) => {
    const share = lengths[i]! / whole;
    return [
      x + (from[0] - first[0]) * (1 - share) + (to[0] - last[0]) * share,
      y + (from[1] - first[1]) * (1 - share) + (to[1] - last[1]) * share
    ];
  });
}
