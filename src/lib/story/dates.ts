import type { DatePrecision, StoryEvent } from './story.ts';

const forms: Readonly<Record<DatePrecision, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' }
};

// To make a format takes a hundred times as long as to use it. They change no answer, only its price.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(lang: string, precision: DatePrecision): Intl.DateTimeFormat {
  const key = `${lang} ${precision}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      ...forms[precision],
      timeZone: 'UTC'
    });
  formats.set(key, format);
  return format;
}

/** Makes the formats of dates, one a call of `pause`: it takes a while, and a page may have to answer meanwhile. */
export async function makeFormats(lang: string, pause: () => Promise<void>): Promise<void> {
  for (const precision of Object.keys(forms) as DatePrecision[]) {
    formatOf(lang, precision);
    await pause();
  }
}

/**
 * An event's date in words, never finer than its precision: `20 January 2015`, `July 2015`,
 * `August to October 2015`, `2015 to 2017`.
 */
export function dateWords(
  event: Pick<StoryEvent, 'start' | 'end' | 'datePrecision'>,
  lang = 'en'
): string {
  const format = formatOf(lang, event.datePrecision);
  const start = new Date(event.start);
  const end = event.end === null ? start : new Date(event.end);
  const [from, to] = [format.format(start), format.format(end)];
  if (from === to) return from;
  if (lang !== 'en') return format.formatRange(start, end);
  const year = ` ${start.getUTCFullYear()}`;
  const sameYear = start.getUTCFullYear() === end.getUTCFullYear();
  return `${sameYear ? from.replace(year, '') : from} to ${to}`;
}

/** A vantage date (`2015-10` or `2015-10-12`) in words: `October 2015`. */
export function vantageWords(vantage: string, lang = 'en'): string {
  const datePrecision = vantage.length > 7 ? 'day' : vantage.length > 4 ? 'month' : 'year';
  return dateWords({ start: vantage, end: null, datePrecision }, lang);
}
