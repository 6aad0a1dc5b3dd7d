import { certaintyKey, everyCertainty, type CertaintyFilter } from '../story/certainty-filter.ts';
import type { Place, Story, StoryEvent } from '../story/story.ts';
import { eventsNamed, placesNamed } from '../story/story-index.ts';

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

/** Which picture of a step: its index, and which of its events stand in it. */
export interface PictureChoice {
  readonly step: number;
  /** Events of these certainties alone. */
  readonly certainties: CertaintyFilter;
  /** The events that the step itself shows, and the places that only they bring, are not in it. */
  readonly withheld: boolean;
}

/** The same text for the same choice. */
export function choiceKey({ step, certainties, withheld }: PictureChoice): string {
  return `${step} ${certaintyKey(certainties)}${withheld ? ' withheld' : ''}`;
}

/** A step's picture with all that is in it. */
export function wholePicture(step: number): PictureChoice {
  return { step, certainties: everyCertainty, withheld: false };
}

/** A picture of a step: its events, places and countries resolved. */
export function stepPicture(
  story: Story,
  { step: index, certainties, withheld }: PictureChoice
): StepPicture {
  const step = story.steps[index]!;
  const isSeen = ({ certainty }: StoryEvent) => certainties.has(certainty);
  const shown = withheld ? [] : eventsNamed(story, step.show).filter(isSeen);
  const kept = eventsNamed(story, step.keep).filter(isSeen);
  const looked = step.look.type === 'fit' ? step.look.places : [];
  const foremost = new Set([...looked, ...shown.flatMap(placesOf)]);
  return {
    shown,
    kept,
    places: placesNamed(story, [...foremost, ...kept.flatMap(placesOf)]),
    foremost,
    highlight: new Set(step.highlight),
    groups: new Set(step.groups)
  };
}
