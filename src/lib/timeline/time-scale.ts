import { parseDate } from '../story/written-date.ts';
import { isDated, type DatedEvent } from '../story/step-events.ts';
import type { Story } from '../story/story.ts';

/** Days since 1970-01-01, UTC; `to` is the first day after. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A part of the axis: a year in which something begins or ends, or a run of years without, which is compressed. */
interface AxisPart extends DayRange {
  /** The year, or null for a compressed run. */
  readonly year: number | null;
  /** The ends of the part on the axis, 0 to 1. */
  readonly start: number;
  readonly end: number;
}

export interface TimeScale extends DayRange {
  /** In order, without gaps. */
  readonly parts: readonly AxisPart[];
  /**
   * The position of a day (its first moment) on the axis, 0 to 1; it grows with the day, and days beyond the axis
   * are clamped to its ends.
   */
  at(day: number): number;
}

/** The least weight of a year, as a share of all dates together, and the weight of a compressed run. */
const leastYear = 1 / 12;
const cutShort = 1 / 36;

const dayMs = 86_400_000;

/** The day of an ISO date, counted from 1970-01-01. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(date) / dayMs);
}

/** The days that an event's date covers at its precision: the whole month, or the whole year. */
export function eventDays({
  start,
  end,
  datePrecision
}: Pick<DatedEvent, 'start' | 'end' | 'datePrecision'>): DayRange {
  const letters = { day: 10, month: 7, year: 4 }[datePrecision];
  return daysOf(start.slice(0, letters), (end ?? start).slice(0, letters));
}

/** The days of the story's "now", or null where it has none. */
export function vantageDays({ vantage }: Pick<Story, 'vantage'>): DayRange | null {
  return vantage === null ? null : daysOf(vantage, vantage);
}

function daysOf(first: string, last: string): DayRange {
  return { from: dayOf(parseDate(first)!.first), to: dayOf(parseDate(last)!.last) + 1 };
}

/**
 * The axis of a story's time. Years in which many events begin or end have more room, and no year has less than is
 * legible; a run of years without events is compressed, and must be marked as such. Within a part the scale is
 * linear. The axis begins with the month of the earliest event and ends with that of the latest.
 */
export function timeScale(story: Pick<Story, 'events' | 'vantage'>): TimeScale {
  const now = vantageDays(story);
  const ranges = [...story.events.filter(isDated).map(eventDays), ...(now === null ? [] : [now])];
  const edges = ranges.flatMap(({ from, to }) => [from, to - 1]);
  const first = edges.length > 0 ? Math.min(...edges) : 0;
  const last = edges.length > 0 ? Math.max(...edges) : 0;
  const [from, to] = [monthStart(first, 0), monthStart(last, 1)];

  const counts = new Map<number, number>();
  for (const day of edges) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);

  const stretches: (DayRange & { year: number | null; weight: number })[] = [];
  for (let year = yearOf(from); year <= yearOf(to - 1); year++) {
    const range = {
      from: Math.max(from, dayOf(isoYear(year))),
      to: Math.min(to, dayOf(isoYear(year + 1)))
    };
    const before = stretches.at(-1);
    const count = counts.get(year);
    if (count !== undefined) {
      stretches.push({ ...range, year, weight: Math.max(count, edges.length * leastYear) });
    } else if (before?.year === null) {
      stretches[stretches.length - 1] = { ...before, to: range.to };
    } else {
      stretches.push({ ...range, year: null, weight: edges.length * cutShort });
    }
  }

  const total = stretches.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let before = 0;
  const parts = stretches.map(({ weight, ...stretch }, i): AxisPart => {
    const start = before / total;
    before += weight;
    return { ...stretch, start, end: i === stretches.length - 1 ? 1 : before / total };
  });
  return {
    from,
    to,
    parts,
    at(day) {
      if (day <= from) return 0;
      const part = parts.find((each) => day < each.to);
      if (part === undefined) return 1;
      return part.start + ((day - part.from) / (part.to - part.from)) * (part.end - part.start);
    }
  };
}

function yearOf(day: number): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** The first day of the month that is `further` months after the month of a day. */
export function monthStart(day: number, further: number): number {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + further, 1) / dayMs;
}

function isoYear(year: number): string {
  return `${String(year).padStart(4, '0')}-01-01`;
}
