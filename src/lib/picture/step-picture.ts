import type { CertaintyFilter } from '../story/certainty-filter.ts';
import type { Place, Story, Step, StoryEvent } from '../story/story.ts';

/** What stands on the map while a step is read, whatever the frame. */
export interface StepPicture {
  readonly shown: readonly StoryEvent[];
  readonly kept: readonly StoryEvent[];
  /** Places with a dot: those the step looks at and the ends of its events. */
  readonly places: readonly Place[];
  /** The places among them that the passage itself is about. */
  readonly foremost: ReadonlySet<string>;
  readonly highlight: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** The ids of the places an event stands at. */
export function placesOf({ geometry }: StoryEvent): string[] {
  return geometry.type === 'arc' ? [geometry.from, geometry.to] : [geometry.at];
}

/**
 * The picture of a step: its events, those of the given certainties alone, places and countries resolved. Where
 * it is withheld, the events that it shows and the places that only they bring are not in it.
 */
export function stepPicture(
  story: Story,
  step: Step,
  certainties: CertaintyFilter,
  withheld = false
): StepPicture {
  const events = story.events.filter(({ certainty }) => certainties.has(certainty));
  const shown = withheld ? [] : events.filter((event) => step.show.includes(event.id));
  const kept = events.filter((event) => step.keep.includes(event.id));
  const looked = step.look.type === 'fit' ? step.look.places : [];
  const foremost = new Set([...looked, ...shown.flatMap(placesOf)]);
  const all = new Set([...foremost, ...kept.flatMap(placesOf)]);
  return {
    shown,
    kept,
    places: story.places.filter((place) => all.has(place.id)),
    foremost,
    highlight: new Set(step.highlight),
    groups: new Set(step.groups)
  };
}
