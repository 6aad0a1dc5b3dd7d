import { everyCertainty, type CertaintyFilter } from './certainty-filter.ts';
import { eventsNamed, storyIndex } from './story-index.ts';
import type { Source, Step, Story, StoryEvent } from './story.ts';

/** The events on the map at a step, in order of date. */
export interface StepEvents {
  /** All events that pass the filter: those that the step shows and those it keeps from other steps. */
  readonly events: readonly StoryEvent[];
  /** Those that the step shows. */
  readonly shown: readonly StoryEvent[];
  /** Those kept from other steps, drawn fainter. */
  readonly kept: readonly StoryEvent[];
  /** How many there are without the filter. */
  readonly all: number;
}

/** The events on the map at a step that pass a filter. */
export function stepEvents(
  story: Story,
  step: Step,
  filter: CertaintyFilter = everyCertainty
): StepEvents {
  const onMap = byDate(eventsNamed(story, [...step.show, ...step.keep]));
  const events = onMap.filter(({ certainty }) => filter.has(certainty));
  return {
    events,
    shown: events.filter(({ id }) => step.show.includes(id)),
    kept: events.filter(({ id }) => step.keep.includes(id)),
    all: onMap.length
  };
}

/** The works that a step cites, in its prose or for an event that it shows. */
export function stepSources(story: Story, { cites, show }: Step): readonly Source[] {
  const works = new Set([...cites, ...eventsNamed(story, show).flatMap(({ sources }) => sources)]);
  return story.sources.filter(({ id }) => works.has(id));
}

/** Events in order of their first day; those of the same day keep the order they are given in. */
export function byDate(events: readonly StoryEvent[]): StoryEvent[] {
  return [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The index of the step that introduces an event: the first that shows it. Every event of a story has one. */
export function introducingStep(story: Story, event: StoryEvent): number {
  return storyIndex(story).introducingStep.get(event.id) ?? -1;
}
