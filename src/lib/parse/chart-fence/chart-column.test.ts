import { describe, expect, it } from 'vitest';
import { readColumn, typeOfColumn } from './chart-column.ts';

const column = (...cells: string[]) => ({ name: 'cell', cells });

describe('typeOfColumn(column, yearsAre)', () => {
  it.each([
    ['number', ['1', '-2.5', '', '.5']],
    ['number', ['1,200', '12 %', '€5', '3']],
    ['date', ['2015-01', '2015-02']],
    ['date', ['2014-12-30', '2014-12-31', '', 'soon']],
    ['category', ['Q1', 'Q2', 'Q3']],
    ['category', ['10-20', '20-30']],
    ['category', ['']]
  ] as const)('is %s for %j', (type, cells) => {
    expect(typeOfColumn(column(...cells), 'dates')).toBe(type);
  });

  it('takes whole numbers from 1700 to 2099 for years only where it may', () => {
    expect(typeOfColumn(column('1990', '2015'), 'dates')).toBe('date');
    expect(typeOfColumn(column('1990', '2015'), 'numbers')).toBe('number');
    expect(typeOfColumn(column('1200', '2015'), 'dates')).toBe('number');
  });
});

describe('readColumn(column, type)', () => {
  it('gives null for what is empty, without a fault', () => {
    expect(readColumn(column('1', '', '2.50'), 'number')).toEqual({
      values: [1, null, 2.5],
      precision: null,
      faults: []
    });
  });

  it.each([
    ['1,200', '1200'],
    ['1 200', '1200'],
    ['1’200’300', '1200300'],
    ['1.200,5', '1200.5'],
    ['12,5', '12.5'],
    ['12 %', '12'],
    ['US$4.5', '4.5'],
    ['−3', '-3']
  ])('says how to write %s', (written, meant) => {
    const { values, faults } = readColumn(column(written), 'number');
    expect(values).toEqual([null]);
    expect(faults[0]!.expected).toMatch(new RegExp(`; write ${meant}$`));
  });

  it('does not guess at what is no number', () => {
    expect(readColumn(column('many'), 'number').faults[0]!.expected).not.toContain('write');
  });
});
