import { parseCsv } from './csv.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';

/** Reports what is wrong with one row. */
export type Complain = (expected: string, got: string) => void;

/** A row of a table, below its header. */
export interface TableRow {
  /** The line it starts on, from 1. */
  readonly line: number;
  /** The row's number as a spreadsheet shows it: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** A comma-separated file with a header. */
export interface CsvTable<Column extends string> {
  /** The columns in the file's order; a misspelt one is given as it was meant, an unknown one as `''`. */
  readonly names: readonly (Column | '')[];
  /** The columns that the file must have. */
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** False where part of the file could not be read. */
  readonly whole: boolean;
}

/** Returns the rows of a comma-separated file; faults in its header or its quotes are reported. */
export function readTable<Column extends string>(
  csv: string,
  file: string,
  columns: readonly Column[],
  report: Report
): CsvTable<Column> {
  const separator = separatorOf(csv);
  if (separator !== ',') {
    const got = separator === ';' ? 'semicolons' : 'tabs';
    const expected = 'columns must be separated by commas';
    report({ file, line: 1, where: 'header', expected, got });
  }
  const { rows, fault } = parseCsv(csv, separator);
  if (fault) report({ file, where: '', ...fault });
  const [header, ...body] = rows;
  const names = readHeader(header?.cells ?? [], columns, (expected, got) =>
    report({ file, line: header?.line ?? 1, where: 'header', expected, got })
  );
  return {
    names,
    columns,
    rows: names.length === 0 ? [] : body.map((row, i) => ({ ...row, number: i + 2 })),
    whole: !fault && names.length > 0
  };
}

/** Returns the cells of a row by column, or null where a column is missing or the row has too few or too many. */
export function namedCells<Column extends string>(
  row: TableRow,
  { names, columns }: CsvTable<Column>,
  complain: Complain
): Record<Column, string> | null {
  if (row.cells.length !== names.length) {
    complain(
      `a row must have ${names.length} fields, as many as the header`,
      String(row.cells.length)
    );
    return null;
  }
  if (!columns.every((column) => names.includes(column))) return null;
  return Object.fromEntries(names.map((name, index) => [name, row.cells[index]!])) as Record<
    Column,
    string
  >;
}

/** The separator: a comma, or what a spreadsheet may have written instead. */
function separatorOf(csv: string): ',' | ';' | '\t' {
  const header = csv.trimStart().split('\n')[0]!;
  if (header.includes(',')) return ',';
  return header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',';
}

/**
 * Returns the columns in the file's order. A misspelt one is reported and then taken for what it was meant to be;
 * an unknown one is reported and called `''`. Without any known column the list is empty.
 */
function readHeader<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
  complain: Complain
): (Column | '')[] {
  const names: (Column | '')[] = [];
  for (const cell of cells) {
    const column = columns.find((name) => name === cell);
    const unused = columns.filter((name) => !cells.includes(name) && !names.includes(name));
    const guess = column ?? (nearest(cell, unused) as Column | null) ?? '';
    if (column !== undefined && names.includes(column))
      complain('a column must appear once', `${show(cell)} again`);
    else if (column === undefined) {
      complain(`columns must be ${columns.join(', ')}${didYouMean(cell, unused)}`, show(cell));
    }
    names.push(guess);
  }
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length === columns.length) {
    complain(
      `must have the columns ${columns.join(', ')}`,
      cells.length === 0 ? 'nothing' : 'none of them'
    );
    return [];
  }
  for (const name of missing) complain(`column "${name}" is required`, 'nothing');
  return names;
}
