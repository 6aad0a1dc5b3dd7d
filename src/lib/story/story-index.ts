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
  /** The index of the first step that shows an event. */
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
  introducingStep: new Map(
    story.steps.flatMap(({ show }, step) => show.map((id) => [id, step] as const)).reverse()
  )
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

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function orderOf(items: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(items.map(({ id }, order) => [id, order]));
}
