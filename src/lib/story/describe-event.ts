import { memoize } from '../cache.ts';
import { dateWords } from './dates.ts';
import { listed } from './listed.ts';
import type { Source, Story, StoryEvent } from './story.ts';
import { storyIndex } from './story-index.ts';

/** An event in words, the same wherever the page describes it. */
export interface EventDescription {
  /** The actors, or the name of a layer's feature. */
  readonly who: string;
  /** Empty for a layer's feature; else `Moscow to Tehran`, `Portsmouth to Stanley, by sea, via Ascension`, or `Vienna`. */
  readonly where: string;
  /** The date, never finer than its precision; empty where there is none. */
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
  if (event.start === null) return '';
  if (event.certainty === 'planned') return `planned, ${date}`;
  if (event.certainty === 'prospective') return `prospective, ${date}`;
  return date;
}

function whereWords({ geometry }: StoryEvent, name: (id: string) => string): string {
  switch (geometry.type) {
    case 'shape':
      return '';
    case 'marker':
      return name(geometry.at);
    case 'arc':
      return [
        `${name(geometry.from)} to ${name(geometry.to)}`,
        ...(geometry.way ? [`by ${geometry.way}`] : []),
        ...(geometry.through.length > 0 ? [`via ${listed(geometry.through.map(name))}`] : [])
      ].join(', ');
  }
}

/** Describes an event of a story in words. */
export function describeEvent(story: Story, event: StoryEvent): EventDescription {
  const { places, sources } = storyIndex(story);
  const name = (id: string) => places.get(id)!.name;
  return {
    who: event.name || event.actors.join('; '),
    where: whereWords(event, name),
    when: whenWords(story, event),
    summary: event.summary,
    unknown: event.geometryNote.replace(/\.$/, ''),
    sources: event.sources.map((id) => sources.get(id)!)
  };
}
