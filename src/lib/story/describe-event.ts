import { memoize } from '../cache.ts';
import { dateWords } from './dates.ts';
import { listed } from './listed.ts';
import type { Source, Story, StoryEvent } from './story.ts';
import { storyIndex } from './story-index.ts';

/** An event in words, the same wherever the page describes it. */
export interface EventDescription {
  readonly who: string;
  /** `Moscow to Tehran`, `Portsmouth to Stanley, by sea, via Ascension`, or `Vienna`. */
  readonly where: string;
  /** The date, never finer than its precision. */
  readonly when: string;
  readonly summary: string;
  /** What is unknown about its geometry; empty where nothing is. */
  readonly unknown: string;
  readonly sources: readonly Source[];
}

const whenWordsOf = memoize(({ lang }: Story) =>
  memoize((event: StoryEvent) => aheadOrPast(event, dateWords(event, lang)))
);

/** The date of an event at its precision; for one that is still ahead at the story's "now", it says so. */
export function whenWords(story: Story, event: StoryEvent): string {
  return whenWordsOf(story)(event);
}

function aheadOrPast(event: StoryEvent, date: string): string {
  if (event.certainty === 'planned') return `planned, ${date}`;
  if (event.certainty === 'prospective') return `prospective, ${date}`;
  return date;
}

/** Describes an event of a story in words. */
export function describeEvent(story: Story, event: StoryEvent): EventDescription {
  const { places, sources } = storyIndex(story);
  const name = (id: string) => places.get(id)!.name;
  const { geometry } = event;
  return {
    who: event.actors.join('; '),
    where:
      geometry.type === 'arc'
        ? [
            `${name(geometry.from)} to ${name(geometry.to)}`,
            ...(geometry.way ? [`by ${geometry.way}`] : []),
            ...(geometry.through.length > 0 ? [`via ${listed(geometry.through.map(name))}`] : [])
          ].join(', ')
        : name(geometry.at),
    when: whenWords(story, event),
    summary: event.summary,
    unknown: event.geometryNote,
    sources: event.sources.map((id) => sources.get(id)!)
  };
}
