import type { Attachment } from 'svelte/attachments';
import { countKept, describeGround, eventSentence } from '$lib/atlas/describe-picture.ts';
import type { Reader } from '$lib/reader/reader.svelte.ts';
import type { CertaintyFilter } from '$lib/story/certainty-filter.ts';
import { stepEvents } from '$lib/story/step-events.ts';
import type { Step, Story } from '$lib/story/story.ts';
import { filterWords, hiddenWords } from '$lib/key/filter-words.ts';
import { capitalize } from './capitalize.ts';

/**
 * What a screen reader says of a step's map: the passage's own events in full, how many the map has from other passages,
 * and what a filter hides; where there are none, what the map frames.
 */
export function stepAnnouncement(story: Story, step: Step, filter: CertaintyFilter): string {
  const found = stepEvents(story, step, filter);
  const { shown, kept } = found;
  const only = filterWords(filter);
  return [
    `${step.title}.`,
    ...(shown.length > 0 ? ['On the map:'] : [describeGround(story, step)]),
    ...shown.map((event) => `${eventSentence(story, event)}.`),
    ...countKept(kept),
    ...(only ? [`${capitalize(hiddenWords(found))}: ${only}.`] : [])
  ].join(' ');
}

/** How long a reader rests at a step before it is announced, ms: a fast scroll passes many. */
const announceDelayMs = 800;

/** An attachment: puts the announcement of a reader's step into a live region, once they have rested there. */
export function sayAtRest(reader: Reader): Attachment<HTMLElement> {
  return (region) => {
    const { story, step, certainties } = reader;
    const timer = setTimeout(() => {
      region.textContent = stepAnnouncement(story, step, certainties);
    }, announceDelayMs);
    return () => clearTimeout(timer);
  };
}
