import { everyCertainty, type CertaintyFilter } from './certainty-filter.ts';
import { eventsNamed, storyIndex } from './story-index.ts';
import type { Step, Story, StoryEvent } from './story.ts';

/** The events on the map at a step, in order of date. */
export interface StepEvents {
  /** Those that the passage tells and those that stand from other passages, the filter's alone. */
  readonly events: readonly StoryEvent[];
  /** Those among them that the passage tells. */
  readonly shown: readonly StoryEvent[];
  /** Those among them that stand, fainter, from other passages. */
  readonly kept: readonly StoryEvent[];
  /** How many there are without the filter. */
  readonly all: number;
}

/** The events on the map at a step, as far as a filter lets them through. */
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

/** Events in order of their first day; of the same day in the order they are given in. */
export function byDate(events: readonly StoryEvent[]): StoryEvent[] {
  return [...events].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** The index of the step that tells an event: the first that shows it. Every event of a story has one. */
export function tellingStep(story: Story, event: StoryEvent): number {
  return storyIndex(story).tellingStep.get(event.id) ?? -1;
}
