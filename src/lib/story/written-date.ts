import type { DatePrecision } from './story.ts';

/** A date as an author wrote it, to the year, the month or the day. */
export interface WrittenDate {
  /** The first day it may stand for, `2015-07-01` for `2015-07`. */
  readonly first: string;
  /** The last day it may stand for, `2015-07-31` for `2015-07`. */
  readonly last: string;
  readonly precision: DatePrecision;
}

/** Returns the date that `2015`, `2015-07` or `2015-07-14` names, or null for one that does not exist. */
export function parseDate(text: string): WrittenDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) {
    return { first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year' };
  }
  const days = daysInMonth(Number(year), Number(month));
  if (days === 0) return null;
  if (day === undefined) {
    return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}`, precision: 'month' };
  }
  if (Number(day) < 1 || Number(day) > days) return null;
  return { first: text, last: text, precision: 'day' };
}

/** Returns the number of days of a month (1 to 12) in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
