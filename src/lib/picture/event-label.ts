import { dateWords } from '../story/dates.ts';
import type { StoryEvent } from '../story/story.ts';

/**
 * The label beside an event's badge, long and short. The long one names the actors and the date at its precision,
 * or says that the event is only planned or prospective, which matters more than its date; the short one names
 * the actors alone. An event without actors is named by its kind, a layer's feature by its name.
 */
export function arcLabels(event: StoryEvent, lang: string): readonly [string, string] {
  if (event.name !== '') return [event.name, event.name];
  const who =
    event.actors.length > 2
      ? `${event.actors[0]} and others`
      : event.actors.join(' and ') || event.kind.name;
  const ahead = event.certainty === 'planned' || event.certainty === 'prospective';
  return [`${who}, ${ahead ? event.certainty : dateWords(event, lang)}`, who];
}
