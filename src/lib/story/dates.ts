import { Recent } from '../cache.ts';
import type { DatePrecision, Story, StoryEvent } from './story.ts';

/** English dates are written without Intl: to make the browser's first date format takes as long as a frame. */
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;

const forms: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' }
};

// A format takes a hundred times as long to make as to use.
const formats = new Recent<Intl.DateTimeFormat>(64);

function formatOf(lang: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formats.get(
    JSON.stringify([lang, form]),
    () => new Intl.DateTimeFormat(lang, { ...form, timeZone: 'UTC', calendar: 'gregory' })
  );
}

/** A month's name by its index from 0: `September`, `Sep` or `S`. */
export function monthName(month: number, form: 'long' | 'short' | 'narrow', lang: string): string {
  if (lang !== 'en') return formatOf(lang, { month: form }).format(Date.UTC(2015, month));
  const name = englishMonths[month]!;
  return form === 'long' ? name : name.slice(0, form === 'short' ? 3 : 1);
}

/**
 * An event's date in words, never finer than its precision: `20 January 2015`, `July 2015`,
 * `26 to 28 April 1982`, `August to October 2015`, `2015 to 2017`; empty for what has no date.
 */
export function dateWords(
  event: Pick<StoryEvent, 'start' | 'end' | 'datePrecision'>,
  lang = 'en'
): string {
  if (event.start === null) return '';
  const start = new Date(event.start);
  const end = event.end === null ? start : new Date(event.end);
  const { datePrecision } = event;
  if (lang !== 'en') {
    const format = formatOf(lang, forms[datePrecision]);
    const [from, to] = [format.format(start), format.format(end)];
    return from === to ? from : format.formatRange(start, end);
  }
  const [from, to] = [englishDate(start, datePrecision), englishDate(end, datePrecision)];
  if (from === to) return from;
  const [day, month, year] = [start.getUTCDate(), start.getUTCMonth(), start.getUTCFullYear()];
  if (year !== end.getUTCFullYear()) return `${from} to ${to}`;
  const sameMonth = datePrecision === 'day' && month === end.getUTCMonth();
  return `${sameMonth ? day : from.replace(` ${year}`, '')} to ${to}`;
}

function englishDate(date: Date, precision: DatePrecision): string {
  const year = String(date.getUTCFullYear());
  if (precision === 'year') return year;
  const month = `${monthName(date.getUTCMonth(), 'long', 'en')} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}

/** A date as it is written (`2015`, `2015-10` or `2015-10-12`) in words: `October 2015`. */
export function writtenDateWords(date: string, lang = 'en'): string {
  const datePrecision = date.length > 7 ? 'day' : date.length > 4 ? 'month' : 'year';
  return dateWords({ start: date, end: null, datePrecision }, lang);
}

/** Who wrote a story, when it was published and last changed: `By A. Reporter. Published 2 November 2015.` */
export function publicationWords({ publication = {}, lang }: Story): string {
  const { byline, published, updated } = publication;
  return [
    byline && `By ${byline}.`,
    published && `Published ${writtenDateWords(published, lang)}.`,
    updated && `Updated ${writtenDateWords(updated, lang)}.`
  ]
    .filter(Boolean)
    .join(' ');
}
