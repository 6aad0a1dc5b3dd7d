import { dateWords } from '../story/dates.ts';
import type { StoryEvent } from '../story/story.ts';

/**
 * The few words that stand by an event's badge: who, and when to the date's precision, or that it is only
 * planned or prospective, whose dates say less; or, where room is short, only who.
 */
export function arcLabels(event: StoryEvent, lang: string): readonly [string, string] {
  const who =
    event.actors.length > 2 ? `${event.actors[0]} and others` : event.actors.join(' and ');
  const ahead = event.certainty === 'planned' || event.certainty === 'prospective';
  return [`${who}, ${ahead ? event.certainty : dateWords(event, lang)}`, who];
}
