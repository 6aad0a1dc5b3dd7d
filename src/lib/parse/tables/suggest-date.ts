import { daysInMonth, parseDate } from '../../story/written-date.ts';

/** Languages whose names of months are understood: those that spreadsheets most often write. */
const languages = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru'];

/**
 * Returns ` (write 1982-04-02)` for a date that is written in another way, as spreadsheets do: `02/04/1982`,
 * `2 Apr 1982`, `Apr-82`, `30043`; what is wrong with one that does not exist; else an empty text.
 */
export function suggestDate(text: string): string {
  const impossible = /^(\d{4})-(0[1-9]|1[0-2])-\d\d$/.exec(text);
  if (impossible) {
    const [, year, month] = impossible;
    return ` (${year}-${month} has ${daysInMonth(Number(year), Number(month))} days)`;
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return ` (a spreadsheet's number for ${serialDate(text)})`;
  const dates = [...new Set(readings(text))].filter(
    (date) => date !== text && parseDate(date) !== null
  );
  if (dates.length > 0) return ` (write ${dates.join(' or ')})`;
  const isShort = /^\d{1,2}\D\d{1,2}\D\d\d$/.test(text) || /\p{L}\D*\d\d$/u.test(text);
  return isShort ? ' (write the year first, in four digits)' : '';
}

/** The date that a spreadsheet numbers: day 1 is 1 January 1900, as if that year had been a leap year. */
function serialDate(text: string): string {
  const day = 86_400_000;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * day)
    .toISOString()
    .slice(0, 10);
}

/** What a text may mean as a date, in ISO 8601, whether or not such a day exists. */
function readings(text: string): string[] {
  const parts = text
    .replace(/[T ]\d{1,2}:\d\d.*$/, '')
    .split(/[\s,./-]+/)
    .filter((part) => part !== '' && !/^(de|of)$/i.test(part))
    .map((part) => part.replace(/^(\d{1,2})(st|nd|rd|th)$/i, '$1'));
  const named = parts.findIndex((part) => /^\p{L}+$/u.test(part));
  if (named >= 0) {
    const month = monthNamed(parts[named]!);
    const others = parts.filter((_, index) => index !== named);
    const year = others.find((part) => /^\d{4}$/.test(part));
    const day = others.find((part) => /^\d{1,2}$/.test(part));
    if (month === null || year === undefined || others.length > 2) return [];
    return [iso(year, month, day)];
  }
  if (!parts.every((part) => /^\d+$/.test(part))) return [];
  const [first = '', second = '', third] = parts;
  if (first.length === 4 && parts.length <= 3)
    return [Number(second) > 12 ? iso(first, third, second) : iso(first, second, third)];
  if (parts.length === 2 && second.length === 4) return [iso(second, first)];
  if (parts.length !== 3 || third!.length !== 4) return [];
  return [iso(third!, second, first), iso(third!, first, second)];
}

function iso(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** The number of the month that a word begins the name of, or null where there is none or more than one. */
function monthNamed(word: string): string | null {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (word.length < 3) return null;
  const months = languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => month).filter((month) => {
      const date = new Date(Date.UTC(2000, month, 1));
      const format = new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC'
      });
      const name = format.formatToParts(date).find(({ type }) => type === 'month')!.value;
      return plain(name).startsWith(plain(word));
    })
  );
  const [month, ...others] = new Set(months);
  return month === undefined || others.length > 0 ? null : String(month + 1);
}
