import { textWidth } from '../labels/text-width.ts';
import { monthName } from '../story/dates.ts';
import { monthStart, type DayRange, type TimeScale } from './time-scale.ts';

/** A word below the axis. */
export interface AxisLabel {
  readonly text: string;
  readonly kind: 'year' | 'month' | 'now';
  /** Its left edge, px. */
  readonly x: number;
}

interface Wish extends AxisLabel {
  readonly width: number;
}

/** Air between two labels, px. */
const airPx = 3;

/**
 * The years, the "now" and, where there is room, the months below an axis `widthPx` long, in letters of
 * `sizePx`; none over another, none beyond the ends. Years without room for four digits have two (`’14`).
 */
export function axisLabels(
  scale: TimeScale,
  now: DayRange | null,
  { widthPx, sizePx, lang }: { widthPx: number; sizePx: number; lang: string }
): AxisLabel[] {
  const wish = (text: string, kind: AxisLabel['kind'], from: number, to: number | null): Wish => {
    const width = textWidth(text, sizePx);
    const x = to === null ? from : (from + to - width) / 2;
    return { text, kind, width, x: Math.min(widthPx - width, Math.max(0, x)) };
  };
  const years = scale.parts.flatMap(({ year, start, end }) => {
    if (year === null) return [];
    const full = String(year);
    const fits = textWidth(full, sizePx) + airPx <= (end - start) * widthPx;
    return [wish(fits ? full : `’${full.slice(-2)}`, 'year', start * widthPx, null)];
  });
  const nows =
    now === null
      ? []
      : [wish('now', 'now', scale.at(now.from) * widthPx, scale.at(now.to) * widthPx)];
  const months = (['short', 'narrow'] as const).map((form) =>
    monthsOf(scale).map(({ from, to }) =>
      wish(
        monthName(new Date(from * 86_400_000).getUTCMonth(), form, lang),
        'month',
        scale.at(from) * widthPx,
        scale.at(to) * widthPx
      )
    )
  );
  // Names of months all in one form, or none.
  const named =
    months.find((wishes) => wishes.every((each, i) => i === 0 || apart(wishes[i - 1]!, each))) ??
    [];
  const placed: Wish[] = [];
  for (const each of [...years, ...nows, ...named]) {
    if (placed.every((other) => apart(other, each))) placed.push(each);
  }
  return placed.map(({ text, kind, x }) => ({ text, kind, x }));
}

function apart(a: Wish, b: Wish): boolean {
  return a.x + a.width + airPx <= b.x || b.x + b.width + airPx <= a.x;
}

/** The months of the year that has most room on the axis; none where the axis has no year. */
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
