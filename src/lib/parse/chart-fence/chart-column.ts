import { show } from '../fault.ts';
import { parseDate } from '../../story/written-date.ts';
import type { ChartAxis, ChartValue } from '../../chart/chart.ts';

/** The cells of one column of a chart's table, in the order of its rows. */
export interface ChartColumn {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A cell that is not what its column holds: the index of its row, what was expected and what was found. */
export interface CellFault {
  readonly index: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * Returns what a column holds: numbers or dates where most of its cells are such, else categories. Years are dates
 * where `yearsAre` says so, else numbers.
 */
export function typeOfColumn(
  { cells }: ChartColumn,
  yearsAre: 'dates' | 'numbers'
): ChartAxis['type'] {
  const given = cells.filter((cell) => cell !== '');
  const most = (is: (cell: string) => boolean) => given.filter(is).length > given.length / 2;
  const isYear = (cell: string) => /^(1[7-9]|20)\d\d$/.test(cell);
  if (yearsAre === 'dates' && given.length > 0 && given.every(isYear)) return 'date';
  if (most((cell) => plainNumber(cell) !== null || numberMeant(cell) !== null)) return 'number';
  return most((cell) => parseDate(cell) !== null) ? 'date' : 'category';
}

/** Returns the values of a column and what is wrong with it; a cell that is empty, or wrong, is null. */
export function readColumn(
  { name, cells }: ChartColumn,
  type: ChartAxis['type']
): { values: ChartValue[]; precision: ChartAxis['precision']; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const fault = (index: number, expected: string) => {
    faults.push({ index, expected, got: show(cells[index]) });
    return null;
  };
  const first = cells.map((cell) => parseDate(cell)).find((date) => date !== null);
  const precision = type === 'date' ? (first?.precision ?? null) : null;
  const values = cells.map((cell, index): ChartValue => {
    if (cell === '' || type === 'category') return cell === '' ? null : cell;
    if (type === 'number') {
      const meant = numberMeant(cell);
      const hint = meant === null ? '' : `; write ${meant}`;
      return (
        plainNumber(cell) ??
        fault(index, `${name} must be a number in digits, with a point for decimals${hint}`)
      );
    }
    const date = parseDate(cell);
    if (date === null) return fault(index, `${name} must be a real date, such as 2015-10-12`);
    if (date.precision === precision) return cell;
    return fault(index, `${name} must have dates as fine as its first, a ${precision}`);
  });
  return { values, precision, faults };
}

/** `-12.5` as a number; null for a text that is not just that. */
function plainNumber(text: string): number | null {
  return /^-?(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : null;
}

/**
 * Returns the digits of a number that is written for people: `1,200` → `1200`, `12 %` → `12`, `1.200,5` → `1200.5`;
 * null for other texts.
 */
function numberMeant(text: string): string | null {
  const bare = text
    .replace(/[\s\u00a0\u202f’']/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(-?)[A-Z]{0,2}\p{Sc}(?=\d)/u, '$1')
    .replace(/(?<=\d)[%‰\p{Sc}]$/u, '');
  const point = /^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$|^-?\d+,\d{1,2}$/.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : bare.replace(/,(?=\d{3}(\D|$))/g, '');
  return plainNumber(point) === null ? null : point;
}
