import { memoize } from '../cache.ts';
import { dateWords } from './dates.ts';
import type { Source, Story, StoryEvent } from './story.ts';
import { storyIndex } from './story-index.ts';

/** An event in words: the same in the map's details, beside the text and wherever else it is told. */
export interface EventDescription {
  readonly who: string;
  /** `Moscow to Tehran`, or `Vienna`. */
  readonly where: string;
  /** To the date's precision, never finer. */
  readonly when: string;
  readonly summary: string;
  /** What is not known of its geometry; empty where nothing is. */
  readonly unknown: string;
  readonly sources: readonly Source[];
}

const whenWordsOf = memoize(({ lang }: Story) =>
  memoize((event: StoryEvent) => aheadOrPast(event, dateWords(event, lang)))
);

/** When an event of a story was or is to be: to its date's precision, and said to be ahead where it is. */
export function whenWords(story: Story, event: StoryEvent): string {
  return whenWordsOf(story)(event);
}

function aheadOrPast(event: StoryEvent, date: string): string {
  if (event.certainty === 'planned') return `planned, ${date}`;
  if (event.certainty === 'prospective') return `prospective, ${date}`;
  return date;
}

/** Tells an event of a story in words. */
export function describeEvent(story: Story, event: StoryEvent): EventDescription {
  const { places, sources } = storyIndex(story);
  const name = (id: string) => places.get(id)!.name;
  const { geometry } = event;
  return {
    who: event.actors.join('; '),
    where:
      geometry.type === 'arc'
        ? `${name(geometry.from)} to ${name(geometry.to)}`
        : name(geometry.at),
    when: whenWords(story, event),
    summary: event.summary,
    unknown: event.geometryNote,
    sources: event.sources.map((id) => sources.get(id)!)
  };
}
