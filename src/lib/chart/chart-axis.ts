import { baseAxisOf, runsAcross, type Chart } from './chart.ts';
import { dateLabels, letterPx, valueWords, wrapWords } from './chart-words.ts';
import { dateTicks, unitsBetween } from './date-units.ts';

/** The width a chart is drawn for, px: a phone's column, in which its labels are read at the size they have. */
export const widthPx = 340;
/** The words beside a row take at most so many letters a line. */
const rowLetters = 18;
/** As many dates find room beside each other. */
const mostDates = { year: 7, month: 10, day: 10 } as const;

/** How many letters fit on a line under each of several bars or dots that stand beside each other. */
export function lettersUnder(count: number): number {
  return Math.floor((widthPx - 44) / count / letterPx);
}

/**
 * The places of bars, and of dots beside words: those of the file in its order, or every date between its first and its
 * last. Null where the places are a scale of numbers or of time.
 */
export function baseDomain(chart: Pick<Chart, 'mark' | 'x' | 'y' | 'points'>): string[] | null {
  const axis = baseAxisOf(chart);
  if (chart.mark !== 'bar' && axis.type !== 'category') return null;
  const key = axis === chart.x ? 'x' : 'y';
  const values = [...new Set(chart.points.map((point) => String(point[key])))];
  if (axis.type !== 'date' || axis.precision === null) return values;
  const sorted = values.toSorted();
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  return unitsBetween(new Date(first), new Date(last), axis.precision).map((date) =>
    date.toISOString().slice(0, first.length)
  );
}

/** What stands along the axis that bars stand on or lines run along, in lines; null where it is numbers. */
export function baseNames(
  chart: Chart
): { places: readonly (Date | string)[]; lines: readonly string[][] } | null {
  const axis = baseAxisOf(chart);
  const domain = baseDomain(chart);
  if (axis.type === 'date' && axis.precision !== null) {
    const most = mostDates[axis.precision];
    if (domain === null) {
      const times = chart.points.map(({ x }) => new Date(String(x)).getTime());
      const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
      const { dates, unit } = dateTicks(first, last, axis.precision, most - 3);
      return { places: dates, lines: dateLabels(dates, unit, chart.lang) };
    }
    const every = Math.ceil(domain.length / most);
    const places = domain.filter((_, i) => i % every === 0);
    const dates = places.map((date) => new Date(date));
    return { places, lines: dateLabels(dates, axis.precision, chart.lang) };
  }
  if (domain === null) return null;
  const letters = runsAcross(chart) ? rowLetters : lettersUnder(domain.length);
  const lines = domain.map((value) => wrapWords(valueWords(value, axis, chart.lang), letters));
  return { places: domain, lines };
}
