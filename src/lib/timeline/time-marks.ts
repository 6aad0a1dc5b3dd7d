import { distanceToLine } from '../geometry/polyline.ts';
import { byDate } from '../story/step-events.ts';
import type { Story, StoryEvent } from '../story/story.ts';
import { eventDays, type TimeScale } from './time-scale.ts';

/** An event on the axis of a story's time: from where to where it reaches, 0 to 1. */
export interface TimeMark {
  readonly event: StoryEvent;
  readonly from: number;
  readonly to: number;
  /** The row below the axis of what lasts, or of what is known to the month or the year; null for a single day. */
  readonly lane: number | null;
}

/** A mark as a line, px: a day rises from the axis, all else lies below it. */
export interface MarkLine {
  readonly mark: TimeMark;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What two marks of one lane keep between them, as shares of the axis, and the least that one takes. */
const lanePad = 0.008;
const leastShare = 0.02;
/** How tall a day's line is, and how far below the axis the first lane begins, in lanes. */
const dayLanes = 3.2;
const axisLanes = 0.4;
/** The least length of a bar, px, and what the tops of two days' lines keep between them. */
const leastPx = 5;
const apartPx = 5;

/** The marks of a story's events in order of date; no two in one lane overlap. */
export function timeMarks(story: Pick<Story, 'events'>, scale: TimeScale): TimeMark[] {
  const lanes: number[] = [];
  return byDate(story.events).map((event) => {
    const days = eventDays(event);
    const [from, to] = [scale.at(days.from), scale.at(days.to)];
    if (days.to - days.from <= 1) return { event, from, to, lane: null };
    const free = lanes.findIndex((end) => end + lanePad <= from);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = Math.max(to, from + leastShare);
    return { event, from, to, lane };
  });
}

/** How tall the plot of marks is, in lanes. */
export function plotLanes(marks: readonly TimeMark[]): number {
  const lanes = marks.reduce((most, { lane }) => Math.max(most, (lane ?? -1) + 1), 0);
  return dayLanes + axisLanes + lanes;
}

/**
 * Marks as lines on a plot of that size, px. A day's line has its foot on the day; where several stand close,
 * or on one day, their tops fan out, so that each can be seen and pointed at. A bar covers all of its days.
 */
export function layOutMarks(
  marks: readonly TimeMark[],
  { width, height }: { readonly width: number; readonly height: number }
): MarkLine[] {
  const lanePx = height / plotLanes(marks);
  const axis = axisPx(marks, height);
  const feet = marks
    .filter(({ lane }) => lane === null)
    .map(({ from, to }) => ((from + to) / 2) * width);
  // Where they are too many for that, as far as there is room.
  const tops = fanOut(feet, Math.min(apartPx, width / Math.max(1, feet.length)));
  let day = 0;
  return marks.map((mark): MarkLine => {
    if (mark.lane === null) {
      const line = { mark, x1: feet[day]!, y1: axis - 1, x2: tops[day]!, y2: 1 };
      day += 1;
      return line;
    }
    const short = Math.max(0, leastPx - (mark.to - mark.from) * width) / 2;
    const y = axis + (axisLanes + mark.lane + 0.5) * lanePx;
    return { mark, x1: mark.from * width - short, y1: y, x2: mark.to * width + short, y2: y };
  });
}

/** How far below the plot's upper edge the axis lies, px. */
export function axisPx(marks: readonly TimeMark[], height: number): number {
  return (height * dayLanes) / plotLanes(marks);
}

/**
 * Moves points, in order, apart by at least `gap` and no further than they must (least squares; pooled
 * adjacent violators, Ayer et al., 1955).
 */
export function fanOut(points: readonly number[], gap: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  points.forEach((point, i) => {
    let pool = { sum: point - i * gap, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((shifted, i) => shifted + i * gap);
}

/** The line nearest to a point, px; null where there is none. */
export function nearestLine(lines: readonly MarkLine[], x: number, y: number): MarkLine | null {
  let nearest: MarkLine | null = null;
  let least = Infinity;
  for (const line of lines) {
    const ends = [
      [line.x1, line.y1],
      [line.x2, line.y2]
    ] as const;
    const away = distanceToLine(ends, [x, y]);
    if (away < least) [nearest, least] = [line, away];
  }
  return nearest;
}
