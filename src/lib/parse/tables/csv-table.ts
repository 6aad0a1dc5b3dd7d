import { parseCsv } from './csv.ts';
import { didYouMean, nearest } from '../did-you-mean.ts';
import { show, type Report } from '../fault.ts';

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

/** What is special about some columns of a table. */
export interface ColumnRules<Column extends string> {
  /** Columns that the file may leave out; their cells are then empty. */
  readonly optional?: readonly Column[];
  /**
   * Columns of ids, words of a list, and dates, never of prose: in them the quotes, hyphens and spaces that a word
   * processor sets are taken for plain ones.
   */
  readonly codes?: readonly Column[];
}

/** A comma-separated file with a header. */
export interface CsvTable<Column extends string> {
  /** The columns in the file's order; a misspelt one is given as it was meant, an unknown one as `''`. */
  readonly names: readonly (Column | '')[];
  /** The columns that the file may have. */
  readonly columns: readonly Column[];
  readonly optional: readonly Column[];
  readonly rows: readonly TableRow[];
  /** False where part of the file could not be read. */
  readonly whole: boolean;
}

/**
 * Returns the rows of a table with a header, as spreadsheets write it: separated by commas, semicolons or tabs, with
 * or without a first line that says which (`sep=;`), empty rows and columns around it left out. Faults in its header
 * or its quotes are reported.
 */
export function readTable<Column extends string>(
  csv: string,
  file: string,
  columns: readonly Column[],
  report: Report,
  { optional = [], codes = [] }: ColumnRules<Column> = {}
): CsvTable<Column> {
  const { header, body, whole } = readRows(csv, file, columns, report);
  const required = columns.filter((column) => !optional.includes(column));
  const names = readHeader(header?.cells ?? [], columns, required, (expected, got) =>
    report({ file, line: header?.line ?? 1, where: 'header', expected, got })
  );
  const areCodes = names.map((name) => name !== '' && codes.includes(name));
  const plain = (cell: string, index: number) => (areCodes[index] ? plainCode(cell) : cell);
  return {
    names,
    columns,
    optional,
    rows: names.length === 0 ? [] : body.map((row) => ({ ...row, cells: row.cells.map(plain) })),
    whole: whole && names.length > 0
  };
}

/**
 * Returns the rows of a table with a header, which may be missing; faults in its quotes are reported. `columns` are some
 * that it is expected to have, which tell what separates them.
 */
export function readRows(
  csv: string,
  file: string,
  columns: readonly string[],
  report: Report
): { header: TableRow | undefined; body: TableRow[]; whole: boolean } {
  const { text, separator } = splitSeparator(csv, columns);
  const { rows, fault } = parseCsv(text, separator);
  if (fault) report({ file, where: '', ...fault });
  const filled = rows.map((row, i) => ({ ...row, number: i + 1 })).filter(hasText);
  const width = Math.max(0, ...filled.map(({ cells }) => cells.findLastIndex(isFilled) + 1));
  const [header, ...body] = filled.map((row) => ({ ...row, cells: row.cells.slice(0, width) }));
  return { header, body, whole: fault === null };
}

/**
 * Returns the cells of a row by column, or null where a required column is missing or the row has too few or too many
 * cells. A spreadsheet may leave out the empty cells at a row's end.
 */
export function namedCells<Column extends string>(
  row: TableRow,
  { names, columns, optional }: CsvTable<Column>,
  complain: Complain
): Record<Column, string> | null {
  const isOptional = (name: Column | '') => name === '' || optional.includes(name);
  const tooMany = row.cells.length > names.length;
  if (tooMany || !names.slice(row.cells.length).every(isOptional)) {
    const hint = tooMany ? '; one that holds a separator needs double quotes around it' : '';
    complain(
      `a row must have ${names.length} fields, as many as the header${hint}`,
      String(row.cells.length)
    );
    return null;
  }
  // An unknown column, which has been reported, may be any that is not there.
  const isMissing = (column: Column) =>
    !names.includes(column) && (names.includes('') || !optional.includes(column));
  if (columns.some(isMissing)) return null;
  return Object.fromEntries(
    columns.map((column) => [column, row.cells[names.indexOf(column)] ?? ''])
  ) as Record<Column, string>;
}

/** Returns a word or a date with plain quotes, hyphens and spaces: `“confirmed”` → `confirmed`. */
function plainCode(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^["'\u2018-\u201f\u00ab\u00bb\s]+|["'\u2018-\u201f\u00ab\u00bb\s]+$/g, '');
}

/** The separator, and the text with the line that names it emptied. Without such a line the header tells. */
function splitSeparator(
  csv: string,
  columns: readonly string[]
): { text: string; separator: string } {
  const [named, separator] = /^sep=([,;\t|])[ \t]*(?=\n|$)/i.exec(csv) ?? [];
  if (named !== undefined) return { text: csv.slice(named.length), separator: separator! };
  const header = csv.trimStart().split('\n')[0]!;
  const known = (each: string) =>
    header.split(each).filter((cell) => columns.includes(plainName(cell))).length;
  const best = [',', ';', '\t'].reduce((one, other) => (known(other) > known(one) ? other : one));
  return { text: csv, separator: best };
}

/** A column's name as the format writes it: `Date Precision` → `date_precision`. */
function plainName(cell: string): string {
  return plainCode(cell)
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Returns the columns in the file's order. A misspelt one is reported and then taken for what it was meant to be;
 * an unknown one is reported and called `''`. Without any known column the list is empty.
 */
function readHeader<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
  required: readonly Column[],
  complain: Complain
): (Column | '')[] {
  const names: (Column | '')[] = [];
  const written = cells.map(plainName);
  if (!written.some((cell) => nearest(cell, columns) !== null)) {
    complain(
      `must have the columns ${required.join(', ')}`,
      cells.length === 0 ? 'nothing' : 'none of them'
    );
    return [];
  }
  for (const [index, cell] of written.entries()) {
    const column = columns.find((name) => name === cell);
    const unused = columns.filter((name) => !written.includes(name) && !names.includes(name));
    const guess = column ?? (nearest(cell, unused) as Column | null) ?? '';
    if (column !== undefined && names.includes(column))
      complain('a column must appear once', `${show(cells[index])} again`);
    else if (column === undefined && cell === '')
      complain('a column must have a name', `none above what is in column ${index + 1}`);
    else if (column === undefined) {
      complain(
        `columns must be ${columns.join(', ')}${didYouMean(cell, unused)}`,
        show(cells[index])
      );
    }
    names.push(guess);
  }
  const missing = required.filter((name) => !names.includes(name));
  for (const name of missing) complain(`column "${name}" is required`, 'nothing');
  return names;
}

function hasText({ cells }: TableRow): boolean {
  return cells.some(isFilled);
}

function isFilled(cell: string): boolean {
  return cell !== '';
}
