import { namedCells, readTable, type Complain } from './tables/csv-table.ts';
import { didYouMean } from './did-you-mean.ts';
import { show, type Report } from './fault.ts';
import type { Outline } from './outline.ts';
import type { Register } from './register.ts';
import { suggestDate } from './tables/suggest-date.ts';
import type { Correction } from '../story/story.ts';
import { parseDate } from '../story/written-date.ts';

const file = 'corrections.csv';

const columns = ['date', 'step', 'event', 'was', 'now', 'reason'] as const;

/**
 * Returns the corrections of a `corrections.csv`, the latest first and those of one day in the file's order.
 * Without such a file (an empty text) there are none.
 */
export function parseCorrections(
  csv: string,
  outline: Outline,
  events: Register<unknown>,
  report: Report
): Correction[] {
  if (csv.trim() === '') return [];
  const steps = outline.steps.map(({ id }) => id);
  const table = readTable(csv, file, columns, report, { codes: ['date', 'step', 'event'] });
  return table.rows
    .flatMap((row): Correction[] => {
      const where = `row ${row.number}`;
      let valid = true;
      const complain: Complain = (expected, got) => {
        valid = false;
        report({ file, line: row.line, where, expected, got });
      };
      const cells = namedCells(row, table, complain);
      if (!cells) return [];
      const { date, step, event, was, now, reason } = cells;
      if (parseDate(date)?.precision !== 'day')
        complain(`date must be a real day, such as 2015-11-02${suggestDate(date)}`, show(date));
      if (!steps.includes(step) && outline.whole)
        complain(`step must be a step of story.md${didYouMean(step, steps)}`, show(step));
      if (event !== '' && events.find(event) === 'unknown')
        complain(`event must be an event of events.csv${events.didYouMean(event)}`, show(event));
      if (was === '' && now === '') complain('was or now must have text', 'nothing');
      if (!valid) return [];
      return [{ date, step, event: event === '' ? null : event, was, now, reason }];
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}
