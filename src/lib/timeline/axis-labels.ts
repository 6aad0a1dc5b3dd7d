import { textWidth } from '../labels/text-width.ts';
import { monthName } from '../story/dates.ts';
import { monthStart, type DayRange, type TimeScale } from './time-scale.ts';

/** A label below the axis. */
export interface AxisLabel {
  readonly text: string;
  readonly kind: 'year' | 'month' | 'now';
  /** Its left edge, px. */
  readonly x: number;
}

interface Candidate extends AxisLabel {
  readonly width: number;
}

/** What `axisLabels` needs to know of its axis and letters. */
export interface AxisRoom {
  readonly widthPx: number;
  readonly sizePx: number;
  /** What the reader's own style adds to each letter, em. */
  readonly spacingEm?: number;
  readonly lang: string;
}

/** The least gap between two labels, px. */
const airPx = 3;

/**
 * The years, the "now" and, where there is room, the months below an axis `widthPx` long, in letters of `sizePx`.
 * No two overlap, and none reaches beyond the ends. Years without room for four digits have two (`’14`).
 */
export function axisLabels(
  scale: TimeScale,
  now: DayRange | null,
  { widthPx, sizePx, spacingEm = 0, lang }: AxisRoom
): AxisLabel[] {
  const widthOf = (text: string) => textWidth(text, sizePx, spacingEm);
  const candidate = (
    text: string,
    kind: AxisLabel['kind'],
    from: number,
    to: number | null
  ): Candidate => {
    const width = widthOf(text);
    const x = to === null ? from : (from + to - width) / 2;
    return { text, kind, width, x: Math.min(widthPx - width, Math.max(0, x)) };
  };
  const years = scale.parts.flatMap(({ year, start, end }) => {
    if (year === null) return [];
    const full = String(year);
    const fits = widthOf(full) + airPx <= (end - start) * widthPx;
    return [candidate(fits ? full : `’${full.slice(-2)}`, 'year', start * widthPx, null)];
  });
  const nows =
    now === null
      ? []
      : [candidate('now', 'now', scale.at(now.from) * widthPx, scale.at(now.to) * widthPx)];
  const months = (['short', 'narrow'] as const).map((form) =>
    monthsOf(scale).map(({ from, to }) =>
      candidate(
        monthName(new Date(from * 86_400_000).getUTCMonth(), form, lang),
        'month',
        scale.at(from) * widthPx,
        scale.at(to) * widthPx
      )
    )
  );
  // The names of all months in one form, or none.
  const named =
    months.find((labels) => labels.every((label, i) => i === 0 || apart(labels[i - 1]!, label))) ??
    [];
  const placed: Candidate[] = [];
  for (const each of [...years, ...nows, ...named]) {
    if (placed.every((other) => apart(other, each))) placed.push(each);
  }
  return placed.map(({ text, kind, x }) => ({ text, kind, x }));
}

function apart(a: Candidate, b: Candidate): boolean {
  return a.x + a.width + airPx <= b.x || b.x + b.width + airPx <= a.x;
}

/** The months of the year that has the most room on the axis; none where the axis has no year. */
export function monthsOf(scale: TimeScale): DayRange[] {
  const [widest] = scale.parts
    .filter(({ year }) => year !== null)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const months: DayRange[] = [];
  if (widest === undefined) return months;
  for (let from = widest.from; from < widest.to; from = monthStart(from, 1)) {
    months.push({ from, to: monthStart(from, 1) });
  }
  return months;
}
