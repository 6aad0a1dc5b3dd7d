import { namedCells, readTable, type Complain } from '../tables/csv-table.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show, type Report } from '../fault.ts';

export const creditsFile = 'media/credits.csv';
const columns = ['file', 'credit', 'licence', 'source'] as const;

/** Who made a medium, under which licence it is shown, and where it comes from. */
export interface Credit {
  readonly credit: string;
  readonly licence: string;
  /** An address or words; empty where nothing is said. */
  readonly source: string;
}

export interface CreditRow extends Credit {
  readonly line: number;
  readonly where: string;
}

/**
 * Returns the rows of a `media/credits.csv` by the path of their file, `media/port.jpg`; without such a file (an empty
 * text) there are none. A row with a fault, which is reported, is there with what it says.
 */
export function parseCredits(
  csv: string,
  paths: readonly string[],
  report: Report
): Map<string, CreditRow> {
  const rows = new Map<string, CreditRow>();
  if (csv.trim() === '') return rows;
  const table = readTable(csv, creditsFile, columns, report, {
    optional: ['source'],
    codes: ['file']
  });
  const names = paths
    .filter((path) => path.startsWith('media/'))
    .map((path) => path.slice('media/'.length));
  for (const row of table.rows) {
    const where = `row ${row.number}`;
    const complain: Complain = (expected, got) =>
      report({ file: creditsFile, line: row.line, where, expected, got });
    const cells = namedCells(row, table, complain);
    if (!cells) continue;
    const { file, credit, licence, source } = cells;
    const path = `media/${file}`;
    if (rows.has(path)) complain('a file must have one row', `${show(file)} again`);
    else if (!names.includes(file))
      complain(
        `file must be a file in media/, without its folder${didYouMean(file, names)}`,
        show(file)
      );
    if (credit === '') complain('credit must not be empty', 'nothing');
    if (licence === '') complain('licence must not be empty', 'nothing');
    if (names.includes(file)) rows.set(path, { credit, licence, source, line: row.line, where });
  }
  return rows;
}
