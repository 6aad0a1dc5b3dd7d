import { describe, expect, it } from 'vitest';
import { namedCells, readTable } from './csv-table.ts';
import { formatFault } from '../fault.ts';

const columns = ['id', 'start', 'date_precision', 'summary'] as const;
const rules = { optional: ['date_precision'], codes: ['id', 'start', 'date_precision'] } as const;

/** Returns the rows of a table by column, and what its author is told. */
function read(csv: string) {
  const faults: string[] = [];
  const table = readTable(csv, 'x.csv', columns, (fault) => faults.push(formatFault(fault)), rules);
  const rows = table.rows.map((row) => ({
    line: row.line,
    number: row.number,
    ...namedCells(row, table, (expected, got) => faults.push(`${expected}, got ${got}`))
  }));
  return { rows, faults };
}

const deal = { id: 'deal', start: '2015-07', date_precision: '', summary: 'A deal; at last.' };

describe('readTable(csv, file, columns, report, rules)', () => {
  it.each([
    ['commas', 'id,start,summary\ndeal,2015-07,A deal; at last.\n'],
    ['semicolons', 'id;start;summary\ndeal;2015-07;"A deal; at last."\n'],
    ['tabs', 'id\tstart\tsummary\ndeal\t2015-07\tA deal; at last.\n'],
    ['columns in another order', 'summary,id,start\nA deal; at last.,deal,2015-07\n'],
    [
      'names as a person writes them',
      ' ID ,Start,“Summary”,Date Precision\ndeal,2015-07,A deal; at last.,\n'
    ],
    ['empty columns to the right', 'id,start,summary,,\ndeal,2015-07,A deal; at last.,,\n'],
    [
      'cells as a word processor sets them',
      'id,start,summary\n“deal”,2015–07\u00a0,A deal; at last.\n'
    ],
    ['a row cut short', 'id,start,summary,date_precision\ndeal,2015-07,A deal; at last.\n']
  ])('reads %s', (_, csv) => {
    expect(read(csv)).toEqual({ rows: [{ line: 2, number: 2, ...deal }], faults: [] });
  });

  it('counts lines as the file has them and rows as a spreadsheet shows them', () => {
    expect(read('sep=;\nid;start;summary\n;;\ndeal;2015-07;"A deal; at last."\n;;\n')).toEqual({
      rows: [{ line: 4, number: 3, ...deal }],
      faults: []
    });
  });

  it('keeps the quotes and spaces of prose', () => {
    expect(read('id,start,summary\ndeal,2015,“So”\u00a0: no\n').rows[0]).toMatchObject({
      summary: '“So”\u00a0: no'
    });
  });

  it('says what is wrong with columns and rows', () => {
    expect(
      read('id,start,summary,\ndeal,2015,Done.,loose\nb,2015,One, two, three,\n').faults
    ).toEqual([
      'x.csv:1 header: a column must have a name, got none above what is in column 4',
      'a row must have 4 fields, as many as the header; one that holds a separator needs double quotes around it, got 5'
    ]);
  });
});
