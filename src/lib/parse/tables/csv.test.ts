import { csvFormatRows, csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

describe('parseCsv(text)', () => {
  it('returns cells and the line of each row', () => {
    expect(parseCsv('a,b\n\n1,"x\ny"\n2,\n')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['1', 'x\ny'] },
        { line: 5, cells: ['2', ''] }
      ],
      fault: null
    });
  });

  it('tells where a quote that is never closed opens, and keeps the rows before it', () => {
    expect(parseCsv('a,b\n1,"x\n2,y\n')).toEqual({
      rows: [{ line: 1, cells: ['a', 'b'] }],
      fault: { line: 2, expected: 'a quote must be closed', got: '"\\"x"' }
    });
  });

  it('reads what d3-dsv reads, for whatever d3-dsv writes', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', ';') })
      .map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5
    });
    fc.assert(
      fc.property(table, (cells) => {
        const text = csvFormatRows(cells);
        expect(parseCsv(text).rows.map((row) => row.cells)).toEqual(csvParseRows(text));
      })
    );
  });
});
