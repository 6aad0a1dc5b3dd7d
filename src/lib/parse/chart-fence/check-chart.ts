import { mostSeries } from '../../chart/chart-forms.ts';
import { baseDomain, lettersUnder } from '../../chart/chart-axis.ts';
import { baseAxisOf, runsAcross, type Chart } from '../../chart/chart.ts';
import { valueWords, wrapWords } from '../../chart/chart-words.ts';
import type { ChartFence } from './chart-fence.ts';
import { show } from '../fault.ts';

type ComplainOfRow = (index: number, expected: string, got: string) => void;

/** The most rows that a chart may have, and the most bars, or dots beside words. */
const mostRows = { bar: 300, line: 2000, area: 2000, dot: 500 } as const;
const mostBars = 60;

/** Checks that the columns on x and y can be drawn with a mark; what cannot be is reported. */
export function checkDrawable(
  mark: Chart['mark'],
  { x, y }: Pick<Chart, 'x' | 'y'>,
  names: {
    readonly x: string;
    readonly y: string;
    readonly color?: string;
    readonly certainty?: string;
  },
  complain: ChartFence['complain']
): boolean {
  const held = { number: 'numbers', date: 'dates', category: 'words' } as const;
  const got = (key: 'x' | 'y', type: Chart['x']['type']) =>
    `${names[key]}, a column of ${held[type]}`;
  if (mark === 'line' || mark === 'area') {
    if (y.type !== 'number')
      complain('y', `y must be a column of numbers for mark: ${mark}`, got('y', y.type));
    if (x.type === 'category')
      complain(
        'x',
        `x must be a column of dates or numbers for mark: ${mark}; words take bar or dot`,
        got('x', x.type)
      );
    return y.type === 'number' && x.type !== 'category';
  }
  if (x.type !== 'number' && y.type !== 'number') {
    complain('y', 'x or y must be a column of numbers', got('y', y.type));
    return false;
  }
  if (runsAcross({ x, y }) && y.type === 'date') {
    complain('y', `y must not be dates: write x: ${names.y} and y: ${names.x}`, got('y', y.type));
    return false;
  }
  return true;
}

/**
 * Checks the points of a chart: that there are some and not too many, that each has its place, its colour and no other
 * in its place, and that the words find room. Rows in `wrong` have a fault already.
 */
export function checkPoints(
  chart: Chart,
  names: ChartFence['keys'],
  wrong: ReadonlySet<number>,
  complain: ChartFence['complain'],
  complainOfRow: ComplainOfRow
): void {
  const { mark, points, series, color } = chart;
  const across = runsAcross(chart);
  const [base, value] = across ? (['y', 'x'] as const) : (['x', 'y'] as const);
  if (points.length > mostRows[mark])
    complain(
      'data',
      `a chart with mark: ${mark} must have at most ${mostRows[mark]} rows; give fewer, such as one a month`,
      points.length
    );
  if (wrong.size === 0 && points.every((point) => point[value] === null))
    complain(value, `${value} must have at least one number`, undefined);
  if (series.length > mostSeries)
    complain(
      'color',
      `color must have at most ${mostSeries} values; put the others together`,
      series.length
    );
  checkCertainty(chart, names, complain);
  for (const [index, point] of points.entries()) {
    if (wrong.has(index)) continue;
    if (point[base] === null)
      complainOfRow(
        index,
        `${names[base]} must have a value: ${value} alone may be empty`,
        'nothing'
      );
    if (color !== null && point.series === '')
      complainOfRow(index, `${names.color} must have a value in every row`, 'nothing');
  }
  if (mark !== 'dot') checkOnce(chart, names[base], wrong, complainOfRow);
  if (points.some((point) => point[base] === null)) return;
  const domain = baseDomain(chart);
  if (domain !== null && domain.length > mostBars) {
    const what = mark === 'bar' ? 'bars' : 'places';
    complain(
      base,
      `a chart must have at most ${mostBars} ${what}; give fewer, or take mark: line`,
      domain.length
    );
  } else if (domain !== null && !across && baseAxisOf(chart).type !== 'date') {
    const letters = lettersUnder(domain.length);
    const tooLong = domain.find((each) => {
      const lines = wrapWords(valueWords(each, chart.x, chart.lang), letters);
      return lines.length > 3 || lines.some((line) => line.length > letters);
    });
    if (tooLong !== undefined)
      complain(
        'x',
        `x must have short words, ${letters} letters where there are ${domain.length}; to write them beside the bars swap the two: x: ${names.y} and y: ${names.x}`,
        tooLong
      );
  }
}

function checkCertainty(
  { mark, color, points }: Chart,
  { certainty }: ChartFence['keys'],
  complain: ChartFence['complain']
): void {
  if (certainty === undefined) return;
  if (mark === 'bar' && color !== null)
    complain('certainty', 'bars must have color or certainty, not both', certainty);
  if (mark === 'area' && points.some((point) => point.certainty !== points[0]!.certainty))
    complain('certainty', 'an area must have one certainty; take mark: line', certainty);
}

/** Reports points in the place of another one, and gaps in areas that lie on each other. */
function checkOnce(
  chart: Chart,
  name: string,
  wrong: ReadonlySet<number>,
  complainOfRow: ComplainOfRow
): void {
  const { mark, points, series } = chart;
  const across = runsAcross(chart);
  const first = new Map<string, number>();
  for (const [index, point] of points.entries()) {
    if (wrong.has(index)) continue;
    const place = across ? point.y : point.x;
    if (place === null) continue;
    const key = JSON.stringify([place, point.series, mark === 'bar' ? point.certainty : '']);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else {
      const each = series.length > 1 ? ' for each color' : '';
      complainOfRow(index, `${name} must appear once${each}`, `${show(place)} again`);
    }
    if (mark === 'area' && series.length > 1 && point.y === null)
      complainOfRow(
        index,
        'areas that lie on each other must have every number; take mark: line',
        'nothing'
      );
  }
}
