import { certaintyKey, everyCertainty, type CertaintyFilter } from '../story/certainty-filter.ts';
import type { Place, Story, StoryEvent } from '../story/story.ts';
import { openingPosition, stepAt } from './opening.ts';
import { eventsNamed, placesNamed } from '../story/story-index.ts';
import { storyTints, type Highlight } from './tints.ts';

/** What is on the map at a step, whatever the frame. */
export interface StepPicture {
  readonly shown: readonly StoryEvent[];
  readonly kept: readonly StoryEvent[];
  /** Places with a dot: those the step looks at and the ends of its events. */
  readonly places: readonly Place[];
  /** Those of them that the step itself is about, rather than an event kept from an earlier one. */
  readonly foremost: ReadonlySet<string>;
  /** The codes of the countries that the step marks. */
  readonly highlight: ReadonlySet<string>;
  /** The countries in a tint, with those that are parts of one marked. */
  readonly tinted: readonly Highlight[];
  readonly groups: ReadonlySet<string>;
  /** Whether it is the opening, which has too many events to name them or to draw them large. */
  readonly opening: boolean;
}

/** The ids of an event's one or two places; none for a shape. */
export function placesOf({ geometry }: StoryEvent): string[] {
  switch (geometry.type) {
    case 'arc':
      return [geometry.from, geometry.to];
    case 'marker':
      return [geometry.at];
    case 'shape':
      return [];
  }
}

/** Which picture of a step: its index (`openingPosition` for the opening), and which of its events are in it. */
export interface PictureChoice {
  readonly step: number;
  /** Events of these certainties alone. */
  readonly certainties: CertaintyFilter;
  /** False leaves out the events that the step itself shows, and the places that only they need. */
  readonly ownEvents: boolean;
}

/** A text that is the same for equal choices, to cache by. */
export function choiceKey({ step, certainties, ownEvents }: PictureChoice): string {
  return `${step} ${certaintyKey(certainties)}${ownEvents ? '' : ' without its own'}`;
}

/** The picture of a step with nothing left out. */
export function wholePicture(step: number): PictureChoice {
  return { step, certainties: everyCertainty, ownEvents: true };
}

/** A picture of a step: its events, places and countries resolved. */
export function stepPicture(
  story: Story,
  { step: index, certainties, ownEvents }: PictureChoice
): StepPicture {
  const step = stepAt(story, index);
  const opening = index === openingPosition;
  const isVisible = ({ certainty }: StoryEvent) => certainties.has(certainty);
  const shown = ownEvents ? eventsNamed(story, step.show).filter(isVisible) : [];
  const kept = eventsNamed(story, step.keep).filter(isVisible);
  const lookedAt = step.look.type === 'fit' ? step.look.places : [];
  const foremost = new Set(opening ? lookedAt : [...lookedAt, ...shown.flatMap(placesOf)]);
  return {
    shown,
    kept,
    places: placesNamed(story, [...foremost, ...[...shown, ...kept].flatMap(placesOf)]),
    foremost,
    highlight: new Set(step.highlight),
    tinted: storyTints(story).in(step),
    groups: new Set(step.groups),
    opening
  };
}
