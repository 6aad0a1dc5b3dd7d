import { distanceToLine } from '../geometry/polyline.ts';
import { byDate, isDated } from '../story/step-events.ts';
import type { Story, StoryEvent } from '../story/story.ts';
import { eventDays, type TimeScale } from './time-scale.ts';

/** An event on the axis of a story's time: where it begins and ends, 0 to 1. */
export interface TimeMark {
  readonly event: StoryEvent;
  readonly from: number;
  readonly to: number;
  /**
   * The row below the axis, for an event that lasts or whose date is known only to the month or the year; null for
   * a single day.
   */
  readonly lane: number | null;
}

/** A mark as a line, px: a day rises from the axis, everything else lies below it. */
export interface MarkLine {
  readonly mark: TimeMark;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The least gap between two marks of one lane, and the least length of a mark, as shares of the axis. */
const laneGap = 0.008;
const minShare = 0.02;
/** The height of a day's line, and the distance from the axis to the first lane, in lanes. */
const dayLanes = 3.2;
const axisLanes = 0.4;
/** The least length of a bar and the least gap between the tops of two days' lines, px. */
const minBarPx = 5;
const topGapPx = 5;

/** The marks of a story's events in order of date. No two marks in one lane overlap. */
export function timeMarks(story: Pick<Story, 'events'>, scale: TimeScale): TimeMark[] {
  const lanes: number[] = [];
  return byDate(story.events.filter(isDated)).map((event) => {
    const days = eventDays(event);
    const [from, to] = [scale.at(days.from), scale.at(days.to)];
    if (days.to - days.from <= 1) return { event, from, to, lane: null };
    const free = lanes.findIndex((end) => end + laneGap <= from);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = Math.max(to, from + minShare);
    return { event, from, to, lane };
  });
}

/** The height of the plot, in lanes. */
export function plotLanes(marks: readonly TimeMark[]): number {
  const lanes = marks.reduce((most, { lane }) => Math.max(most, (lane ?? -1) + 1), 0);
  return dayLanes + axisLanes + lanes;
}

/**
 * Marks as lines on a plot of a size, px. A day's line has its foot on the day; where several are close together,
 * or on the same day, their tops fan out, so that each can be seen and pointed at. A bar covers all of its days.
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
  // Where there are too many for that gap, as far apart as there is room.
  const tops = fanOut(feet, Math.min(topGapPx, width / Math.max(1, feet.length)));
  let day = 0;
  return marks.map((mark): MarkLine => {
    if (mark.lane === null) {
      const line = { mark, x1: feet[day]!, y1: axis - 1, x2: tops[day]!, y2: 1 };
      day += 1;
      return line;
    }
    const short = Math.max(0, minBarPx - (mark.to - mark.from) * width) / 2;
    const y = axis + (axisLanes + mark.lane + 0.5) * lanePx;
    return { mark, x1: mark.from * width - short, y1: y, x2: mark.to * width + short, y2: y };
  });
}

/** The distance of the axis from the plot's upper edge, px. */
export function axisPx(marks: readonly TimeMark[], height: number): number {
  return (height * dayLanes) / plotLanes(marks);
}

/**
 * Moves points, in order, at least `gap` apart and no further than necessary (least squares; pooled adjacent
 * violators, Ayer et al., 1955).
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
