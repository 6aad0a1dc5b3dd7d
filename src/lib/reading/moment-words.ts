import { dateWords, writtenDateWords } from '../story/dates.ts';
import { whenWords } from '../story/describe-event.ts';
import { isDated, type DatedEvent } from '../story/step-events.ts';
import { openingEvents } from '../view.ts';
import type { Reader } from '../reader/reader.svelte.ts';
import { datePrecisions, type Story, type StoryEvent } from '../story/story.ts';
import { capitalize } from './capitalize.ts';

/** So many dates are written one after the other; of more, the first and the last. */
const mostDates = 2;

/**
 * The time of what the map shows: the dates of its events, or the story's now where it shows none. In the opening, how
 * far the year has come.
 */
export function momentWords({
  story,
  events: { shown },
  atOpening,
  overture
}: Pick<Reader, 'story' | 'events' | 'atOpening' | 'overture'>): string {
  const { vantage, lang } = story;
  if (atOpening) return openingWords(story, shown, overture);
  const dated = shown.filter(isDated);
  if (dated.length === 0) return vantage === null ? '' : `As of ${writtenDateWords(vantage, lang)}`;
  const dates = [...new Set(dated.map((event) => capitalize(whenWords(story, event))))];
  return dates.length > mostDates ? spanWords(dated, lang) : dates.join(' · ');
}

/** From the first date of some events to the last, as precise as the least precise of them. */
function spanWords(events: readonly DatedEvent[], lang: string): string {
  const days = events.flatMap(({ start, end }) => [start, end ?? start]).sort();
  const datePrecision =
    datePrecisions.findLast((precision) =>
      events.some((event) => event.datePrecision === precision)
    ) ?? 'day';
  return dateWords({ start: days[0]!, end: days.at(-1)!, datePrecision }, lang);
}

/**
 * While the opening draws the story's lines, the month of the latest one that had begun by the story's now; then the
 * months from the first line to that now, or to the last line. `drawn` is by date.
 */
function openingWords(story: Story, drawn: readonly StoryEvent[], overture: number): string {
  const { vantage, lang } = story;
  const moving = overture > 0 && overture < 1;
  const begun = (moving ? drawn : openingEvents(story))
    .filter(isDated)
    .filter(({ start }) => vantage === null || start.slice(0, vantage.length) <= vantage);
  const [first, last] = [begun[0], begun.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (moving) return writtenDateWords(last.start.slice(0, 7), lang);
  const { start } = first;
  return dateWords({ start, end: vantage ?? last.start, datePrecision: 'month' }, lang);
}
