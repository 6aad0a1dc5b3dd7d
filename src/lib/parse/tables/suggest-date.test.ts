import { describe, expect, it } from 'vitest';
import { suggestDate } from './suggest-date.ts';

describe('suggestDate(text)', () => {
  it.each([
    ['02/04/1982', ' (write 1982-04-02 or 1982-02-04)'],
    ['25/04/1982', ' (write 1982-04-25)'],
    ['4/25/1982', ' (write 1982-04-25)'],
    ['02.04.1982', ' (write 1982-04-02 or 1982-02-04)'],
    ['04/04/1982', ' (write 1982-04-04)'],
    ['1982/4/2', ' (write 1982-04-02)'],
    ['1974-25-07', ' (write 1974-07-25)'],
    ['1982-04-02T00:00:00Z', ' (write 1982-04-02)'],
    ['1982-04-02 00:00', ' (write 1982-04-02)'],
    ['4/1982', ' (write 1982-04)'],
    ['2 Apr 1982', ' (write 1982-04-02)'],
    ['April 2nd, 1982', ' (write 1982-04-02)'],
    ['Apr 1982', ' (write 1982-04)'],
    ['2. März 1982', ' (write 1982-03-02)'],
    ['2 de abril de 1982', ' (write 1982-04-02)'],
    ['2 апреля 1982', ' (write 1982-04-02)'],
    ['Apr-82', ' (write the year first, in four digits)'],
    ['2/4/82', ' (write the year first, in four digits)'],
    ['30043', " (a spreadsheet's number for 1982-04-02)"],
    ['1982-04-31', ' (1982-04 has 30 days)'],
    ['in spring', ''],
    ['1982-13', ''],
    ['', '']
  ])('%s', (text, suggested) => {
    expect(suggestDate(text)).toBe(suggested);
  });
});
