import type { Place, StoryEvent } from '../story/story.ts';
import type { StepPicture } from './step-picture.ts';
import type { Highlight } from './tints.ts';

/** Something on the map at one of two steps or at both, with its opacity at each: 0 where it is not there. */
export interface Change<Item> {
  readonly item: Item;
  readonly before: number;
  readonly after: number;
}

/** Everything on the map at one of two steps or at both. */
export interface StepChange {
  /** Events and places in the story's order. */
  readonly events: readonly Change<StoryEvent>[];
  readonly places: readonly Change<Place>[];
  /** By code. A country that changes its tint is in it twice: it leaves in one as it comes in the other. */
  readonly highlights: readonly Change<Highlight>[];
  /** Ids, sorted. */
  readonly groups: readonly Change<string>[];
}

/** The opacity of events kept from earlier steps. */
export const keptOpacity = 0.48;
/** The opacity of all events in the opening, where none is foremost. */
const openingOpacity = 0.86;
/** The opacity of the dot of a place that only kept events need. */
const keptDotOpacity = 0.7;

/**
 * What changes from one step's picture to another's.
 *
 * @param order the index of each event and of each place in the story, by id
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
    events: changes(eventOpacities(a), eventOpacities(b), byOrder(order.events)),
    places: changes(placeOpacities(a), placeOpacities(b), byOrder(order.places)),
    highlights: changes(opaque(a.tinted), opaque(b.tinted), (one, other) =>
      one.code < other.code ? -1 : one.code > other.code ? 1 : 0
    ),
    groups: changes(opaque(a.groups), opaque(b.groups))
  };
}

type Opacities<Item> = ReadonlyMap<Item, number>;

function changes<Item>(
  before: Opacities<Item>,
  after: Opacities<Item>,
  order?: (a: Item, b: Item) => number
): Change<Item>[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(order)
    .map((item) => ({ item, before: before.get(item) ?? 0, after: after.get(item) ?? 0 }));
}

function eventOpacities({ shown, kept, opening }: StepPicture): Opacities<StoryEvent> {
  return new Map([
    ...kept.map((event) => [event, keptOpacity] as const),
    ...shown.map((event) => [event, opening ? openingOpacity : 1] as const)
  ]);
}

function placeOpacities({ places, foremost }: StepPicture): Opacities<Place> {
  return new Map(places.map((place) => [place, foremost.has(place.id) ? 1 : keptDotOpacity]));
}

function opaque<Item>(items: Iterable<Item>): Opacities<Item> {
  return new Map([...items].map((item) => [item, 1]));
}
