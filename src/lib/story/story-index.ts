import { memoize } from '../cache.ts';
import type { Place, Source, Step, Story, StoryEvent } from './story.ts';

/** A story's things by their ids. */
export interface StoryIndex {
  readonly events: ReadonlyMap<string, StoryEvent>;
  readonly places: ReadonlyMap<string, Place>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly steps: ReadonlyMap<string, Step>;
  /** By id, where an event stands in `events.csv`, and a place in `places.geojson`; from 0. */
  readonly eventOrder: ReadonlyMap<string, number>;
  readonly placeOrder: ReadonlyMap<string, number>;
  /** By id, the index of a step. */
  readonly stepOrder: ReadonlyMap<string, number>;
  /** By id, the index of the first step that shows an event. */
  readonly tellingStep: ReadonlyMap<string, number>;
}

/** A story's things by their ids. */
export const storyIndex = memoize((story: Story): StoryIndex => ({
  events: byId(story.events),
  places: byId(story.places),
  sources: byId(story.sources),
  steps: byId(story.steps),
  eventOrder: orderOf(story.events),
  placeOrder: orderOf(story.places),
  stepOrder: orderOf(story.steps),
  tellingStep: new Map(
    story.steps.flatMap(({ show }, step) => show.map((id) => [id, step] as const)).reverse()
  )
}));

/** The events that ids name, each once, in the story's order; ids of no event are passed over. */
export function eventsNamed(story: Story, ids: readonly string[]): StoryEvent[] {
  const { events, eventOrder } = storyIndex(story);
  return [...new Set(ids)]
    .flatMap((id) => events.get(id) ?? [])
    .sort((a, b) => eventOrder.get(a.id)! - eventOrder.get(b.id)!);
}

/** The places that ids name, each once, in the story's order; ids of no place are passed over. */
export function placesNamed(story: Story, ids: Iterable<string>): Place[] {
  const { places, placeOrder } = storyIndex(story);
  return [...new Set(ids)]
    .flatMap((id) => places.get(id) ?? [])
    .sort((a, b) => placeOrder.get(a.id)! - placeOrder.get(b.id)!);
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function orderOf(things: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, order) => [id, order]));
}
