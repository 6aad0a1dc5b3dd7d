import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './written-date.ts';

describe('parseDate(text)', () => {
  it('returns the first and the last day that a date may stand for', () => {
    expect(parseDate('2015')).toEqual({
      first: '2015-01-01',
      last: '2015-12-31',
      precision: 'year'
    });
    expect(parseDate('2016-02')).toEqual({
      first: '2016-02-01',
      last: '2016-02-29',
      precision: 'month'
    });
    expect(parseDate('2015-07-14')).toEqual({
      first: '2015-07-14',
      last: '2015-07-14',
      precision: 'day'
    });
  });

  it.each([
    '2015-02-29',
    '1900-02-29',
    '2015-13',
    '2015-00',
    '2015-04-31',
    '2015-1-1',
    '15',
    '',
    'July'
  ])('returns null for %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('takes every day that Date knows', () => {
    const day = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true
    });
    fc.assert(
      fc.property(day, (date) => parseDate(date.toISOString().slice(0, 10))?.precision === 'day')
    );
  });
});
