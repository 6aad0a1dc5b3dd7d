import { dateWords } from '../story/dates.ts';
import type { StoryEvent } from '../story/story.ts';

/** The few words that ride an arc: who, and when to the date's precision. */
export function arcLabel(event: StoryEvent, lang: string): string {
  const who = event.actors.length > 2 ? `${event.actors[0]} and others` : event.actors.join(' and ');
  return `${who}, ${dateWords(event, lang)}`;
}
