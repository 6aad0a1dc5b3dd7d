import type { Place, StoryEvent } from '../story/story.ts';
import type { StepPicture } from './step-picture.ts';

/** Something that stands on the map at one of two steps or at both: how strongly, 0 to 1, at each. */
export interface Change<Thing> {
  readonly thing: Thing;
  readonly before: number;
  readonly after: number;
}

/** All that stands on the map at one of two steps or at both. */
export interface StepChange {
  /** Events and places in the story's order. */
  readonly events: readonly Change<StoryEvent>[];
  readonly places: readonly Change<Place>[];
  /** Countries' codes and groups' ids, each sorted. */
  readonly highlights: readonly Change<string>[];
  readonly groups: readonly Change<string>[];
}

/** Opacity of what is kept from earlier steps. */
export const keptOpacity = 0.48;
/** Opacity of the dot of a place that only stands at the end of what is kept. */
const keptDotOpacity = 0.7;

/**
 * What changes from one step's picture to another's.
 * @param order where events, and where places, stand in the story, by their ids
 */
export function stepChange(
  a: StepPicture,
  b: StepPicture,
  order: {
    readonly events: ReadonlyMap<string, number>;
    readonly places: ReadonlyMap<string, number>;
  }
): StepChange {
  const byOrder =
    (orders: ReadonlyMap<string, number>) => (one: { id: string }, other: { id: string }) =>
      orders.get(one.id)! - orders.get(other.id)!;
  return {
    events: changes(eventStrengths(a), eventStrengths(b), byOrder(order.events)),
    places: changes(placeStrengths(a), placeStrengths(b), byOrder(order.places)),
    highlights: changes(fully(a.highlight), fully(b.highlight)),
    groups: changes(fully(a.groups), fully(b.groups))
  };
}

type Strengths<Thing> = ReadonlyMap<Thing, number>;

function changes<Thing>(
  before: Strengths<Thing>,
  after: Strengths<Thing>,
  order?: (a: Thing, b: Thing) => number
): Change<Thing>[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(order)
    .map((thing) => ({ thing, before: before.get(thing) ?? 0, after: after.get(thing) ?? 0 }));
}

function eventStrengths({ shown, kept }: StepPicture): Strengths<StoryEvent> {
  return new Map([
    ...kept.map((event) => [event, keptOpacity] as const),
    ...shown.map((event) => [event, 1] as const)
  ]);
}

function placeStrengths({ places, foremost }: StepPicture): Strengths<Place> {
  return new Map(places.map((place) => [place, foremost.has(place.id) ? 1 : keptDotOpacity]));
}

function fully(ids: ReadonlySet<string>): Strengths<string> {
  return new Map([...ids].map((id) => [id, 1]));
}
