import { dateWords } from '../story/dates.ts';
import type { StoryEvent } from '../story/story.ts';

/** The few words that ride an arc: who, and when to the date's precision; or, where room is short, only who. */
export function arcLabels(event: StoryEvent, lang: string): readonly [string, string] {
  const who =
    event.actors.length > 2 ? `${event.actors[0]} and others` : event.actors.join(' and ');
  return [`${who}, ${dateWords(event, lang)}`, who];
}
