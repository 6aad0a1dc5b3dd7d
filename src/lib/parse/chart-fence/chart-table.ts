import type { ChartColumn } from './chart-column.ts';
import { readRows, type TableRow } from '../tables/csv-table.ts';
import { show, type Report } from '../fault.ts';

/** The table that a chart is drawn from. */
export interface ChartTable {
  readonly file: string;
  /** The names of its columns. */
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * Returns a table of the story folder, or null where it has a fault, which has then been reported. `columns` are those
 * that a chart names.
 */
export function readChartTable(
  csv: string,
  file: string,
  columns: readonly string[],
  report: Report
): ChartTable | null {
  let valid = true;
  const complain = (line: number, where: string, expected: string, got: string) => {
    valid = false;
    report({ file, line, where, expected, got });
  };
  const { header, body, whole } = readRows(csv, file, columns, report);
  const names = header?.cells ?? [];
  if (!header || body.length === 0) {
    const got = header ? 'only a header' : 'nothing';
    complain(1, '', 'a table for a chart must have a header and rows', got);
  }
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i)
      complain(header!.line, 'header', 'a column must appear once', `${show(name)} again`);
  }
  for (const { line, number, cells } of body) {
    if (cells.length > names.length) {
      const expected = `a row must have ${names.length} fields, as many as the header; one that holds a separator needs double quotes around it`;
      complain(line, `row ${number}`, expected, String(cells.length));
    }
  }
  return valid && whole ? { file, names, rows: body } : null;
}

/** Returns a column of a table, or null where it has none of that name. */
export function columnOf({ names, rows }: ChartTable, name: string): ChartColumn | null {
  const index = names.indexOf(name);
  if (index < 0) return null;
  return { name, cells: rows.map(({ cells }) => cells[index] ?? '') };
}
