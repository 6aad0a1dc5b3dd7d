import { listed } from '$lib/story/listed.ts';
import { certaintyWords } from '$lib/theme/marks.ts';
import type { CertaintyFilter } from '$lib/story/certainty-filter.ts';
import { certainties } from '$lib/story/story.ts';
import type { StepEvents } from '$lib/story/step-events.ts';

/** What a filter shows, in words: `only confirmed and reported are shown`; the empty string where it shows all. */
export function filterWords(filter: CertaintyFilter): string {
  const names = certainties
    .filter((certainty) => filter.has(certainty))
    .map((certainty) => certaintyWords[certainty].name.toLowerCase());
  if (names.length === certainties.length) return '';
  return `only ${listed(names)} ${names.length === 1 ? 'is' : 'are'} shown`;
}

/** How many of a step's events a filter hides: `3 of 9 events on the map are hidden`. */
export function hiddenWords({ events, all, noun }: Counted): string {
  const hidden = all - events.length;
  const of = `${all} ${plural(noun, all)} on the map`;
  return `${hidden === 0 ? 'none' : hidden} of ${of} ${hidden > 1 ? 'are' : 'is'} hidden`;
}

/** How many of a step's events there are to see: `9 events`, or `6 of 9 events` where a filter hides some. */
export function countWords({ events, all, noun }: Counted): string {
  const nouns = plural(noun, all);
  return events.length === all
    ? `${all === 0 ? 'no' : all} ${nouns}`
    : `${events.length} of ${all} ${nouns}`;
}

type Counted = Pick<StepEvents, 'events' | 'all' | 'noun'>;

function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}
