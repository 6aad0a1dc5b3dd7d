import { memoize } from '../cache.ts';
import type { Place, Source, Step, Story, StoryEvent } from './story.ts';

/** Lookup tables of a story, by id. */
export interface StoryIndex {
  readonly events: ReadonlyMap<string, StoryEvent>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly steps: ReadonlyMap<string, Step>;
  /** The index of an event in `events.csv`, and of a place in `places.geojson`. */
  readonly eventOrder: ReadonlyMap<string, number>;
  readonly placeOrder: ReadonlyMap<string, number>;
  /** The index of a step. */
  readonly stepOrder: ReadonlyMap<string, number>;
  /** The index of the first step that shows an event; where none does, of the first that keeps it. */
  readonly introducingStep: ReadonlyMap<string, number>;
}

/** Lookup tables of a story, by id. */
export const storyIndex = memoize((story: Story): StoryIndex => ({
  events: byId(story.events),
  places: byId(story.places),
  sources: byId(story.sources),
  steps: byId(story.steps),
  eventOrder: orderOf(story.events),
  placeOrder: orderOf(story.places),
  stepOrder: orderOf(story.steps),
  introducingStep: new Map([
    ...firstSteps(story, ({ keep }) => keep),
    ...firstSteps(story, ({ show, unmapped = [] }) => [...show, ...unmapped])
  ])
}));

/** The events with the given ids, each once, in the story's order; ids of no event are ignored. */
export function eventsNamed(story: Story, ids: readonly string[]): StoryEvent[] {
  const { events, eventOrder } = storyIndex(story);
  return [...new Set(ids)]
    .flatMap((id) => events.get(id) ?? [])
    .sort((a, b) => eventOrder.get(a.id)! - eventOrder.get(b.id)!);
}

/** The places with the given ids, each once, in the story's order; ids of no place are ignored. */
export function placesNamed(story: Story, ids: Iterable<string>): Place[] {
  const { places, placeOrder } = storyIndex(story);
  return [...new Set(ids)]
    .flatMap((id) => places.get(id) ?? [])
    .sort((a, b) => placeOrder.get(a.id)! - placeOrder.get(b.id)!);
}

/** The ids that steps have, each with the index of the first step that has it. */
function firstSteps(
  { steps }: Story,
  idsOf: (step: Step) => readonly string[]
): Map<string, number> {
  return new Map(
    steps.flatMap((step, index) => idsOf(step).map((id) => [id, index] as const)).reverse()
  );
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function orderOf(items: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(items.map(({ id }, order) => [id, order]));
}
