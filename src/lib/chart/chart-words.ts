import { monthName, writtenDateWords } from '../story/dates.ts';
import type { DatePrecision } from '../story/story.ts';
import type { Chart, ChartAxis, ChartValue } from './chart.ts';

/** The size of a chart's labels, px at its own width. */
export const fontPx = 12.5;
/** The mean width of a letter at that size, px. */
export const letterPx = fontPx * 0.58;
/** The height of a line of labels, px. */
export const linePx = fontPx * 1.15;

/** A function that writes numbers as a language does, large ones short. */
export function numberWords(lang: string, largest: number): (value: number) => string {
  const short = largest >= 1e5;
  const format = new Intl.NumberFormat(lang, {
    notation: short ? 'compact' : 'standard',
    maximumFractionDigits: short ? 2 : 3
  });
  return (value) => format.format(value);
}

/** A value as the table writes it: numbers in full, dates in words, `not given` where there is none. */
export function valueWords(value: ChartValue, axis: ChartAxis, lang: string): string {
  if (value === null) return 'not given';
  if (typeof value === 'number')
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 12 }).format(value);
  return axis.type === 'date' ? writtenDateWords(value, lang) : value;
}

/** Which values a chart lacks, as a sentence; empty where it lacks none. */
export function missingWords({ points, x, y, lang }: Chart): string {
  const missing = points.filter((point) => point.x === null || point.y === null);
  if (missing.length === 0) return '';
  const names = missing.map((point) => {
    const [value, axis] = point.y === null ? [point.x, x] : [point.y, y];
    const name = valueWords(value, axis, lang);
    return point.series === '' ? name : `${point.series}, ${name}`;
  });
  const some = names.slice(0, 4).join('; ');
  return `No figure for ${some}${names.length > 4 ? ` and ${names.length - 4} more` : ''}.`;
}

/** Breaks a text into lines of about `letters`, never inside a word. */
export function wrapWords(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The labels of dates along an axis, each on lines of its own: the day, the month, the year, the larger ones only
 * where they change.
 */
export function dateLabels(
  dates: readonly Date[],
  precision: DatePrecision,
  lang: string
): string[][] {
  return dates.map((date, i) => {
    const last = dates[i - 1];
    const year = String(date.getUTCFullYear());
    if (precision === 'year') return [year];
    const month = monthName(date.getUTCMonth(), 'short', lang);
    const newYear = last?.getUTCFullYear() !== date.getUTCFullYear();
    const newMonth = newYear || last?.getUTCMonth() !== date.getUTCMonth();
    if (precision === 'month') return newYear ? [month, year] : [month];
    const day = String(date.getUTCDate());
    return [day, ...(newMonth ? [month] : []), ...(newYear ? [year] : [])];
  });
}
