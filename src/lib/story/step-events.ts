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
  /** What they are called together: marks, where some are shapes of a layer. */
  readonly noun: 'event' | 'mark';
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
    all: onMap.length,
    noun: onMap.every(isDated) ? 'event' : 'mark'
  };
}

/** The works that a step cites, in its prose or for an event that it shows. */
export function stepSources(story: Story, { cites, show }: Step): readonly Source[] {
  const works = new Set([...cites, ...eventsNamed(story, show).flatMap(({ sources }) => sources)]);
  return story.sources.filter(({ id }) => works.has(id));
}

/**
 * Events in order of their first day; those of the same day keep the order they are given in, and what has no date comes
 * last.
 */
export function byDate<Event extends StoryEvent>(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => compareDates(a.start, b.start));
}

/** The order of two dates; none comes last. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** An event that has a date. */
export type DatedEvent = StoryEvent & { readonly start: string };

export function isDated(event: StoryEvent): event is DatedEvent {
  return event.start !== null;
}

/**
 * The index of the step that introduces an event: the first that shows it. In one part of a long story, where another part
 * does, it is the first that keeps it.
 */
export function introducingStep(story: Story, event: StoryEvent): number {
  return storyIndex(story).introducingStep.get(event.id) ?? -1;
}
