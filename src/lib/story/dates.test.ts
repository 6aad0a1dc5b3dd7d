import { describe, expect, it } from 'vitest';
import { dateWords, monthName, writtenDateWords } from './dates.ts';

const event = (start: string, end: string | null, datePrecision: 'day' | 'month' | 'year') => ({
  start,
  end,
  datePrecision
});

describe('dateWords(event, lang)', () => {
  it('is never finer than the precision', () => {
    expect(dateWords(event('2015-01-20', null, 'day'))).toBe('20 January 2015');
    expect(dateWords(event('2015-07-01', null, 'month'))).toBe('July 2015');
    expect(dateWords(event('2015-01-01', null, 'year'))).toBe('2015');
  });

  it('tells a span, with month and year once where they are the same', () => {
    expect(dateWords(event('1982-04-26', '1982-04-28', 'day'))).toBe('26 to 28 April 1982');
    expect(dateWords(event('1982-03-28', '1982-04-02', 'day'))).toBe('28 March to 2 April 1982');
    expect(dateWords(event('2015-08-01', '2015-10-31', 'month'))).toBe('August to October 2015');
    expect(dateWords(event('2010-09-22', '2015-04-13', 'day'))).toBe(
      '22 September 2010 to 13 April 2015'
    );
    expect(dateWords(event('2015-01-01', '2017-12-31', 'year'))).toBe('2015 to 2017');
  });

  it('is one date where start and end are the same at that precision', () => {
    expect(dateWords(event('2015-08-01', '2015-08-31', 'month'))).toBe('August 2015');
  });

  it('speaks the language asked for', () => {
    expect(dateWords(event('2015-07-01', null, 'month'), 'de')).toBe('Juli 2015');
    expect(dateWords(event('2015-07-01', '2015-07-31', 'month'), 'de')).toBe('Juli 2015');
    expect(dateWords(event('2015-01-01', '2017-12-31', 'year'), 'de')).toBe('2015–2017');
  });
});

describe('monthName(month, form, lang)', () => {
  it('is in English what the browser calls it, long, short and narrow', () => {
    for (let month = 0; month < 12; month++) {
      for (const form of ['long', 'short', 'narrow'] as const) {
        const format = new Intl.DateTimeFormat('en', { month: form, timeZone: 'UTC' });
        expect(monthName(month, form, 'en')).toBe(format.format(Date.UTC(2015, month)));
      }
    }
  });

  it('speaks the language asked for', () => {
    expect(monthName(2, 'long', 'de')).toBe('März');
    expect(monthName(0, 'short', 'ru')).toBe('янв.');
  });
});

describe('writtenDateWords(date)', () => {
  it('is as fine as the date is written', () => {
    expect(writtenDateWords('2015-10')).toBe('October 2015');
    expect(writtenDateWords('2015-10-12')).toBe('12 October 2015');
    expect(writtenDateWords('2015')).toBe('2015');
  });
});
