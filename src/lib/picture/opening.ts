import { memoize } from '../cache.ts';
import { ease } from '../ease.ts';
import { byDate, isDated } from '../story/step-events.ts';
import { eventsNamed } from '../story/story-index.ts';
import type { Step, Story, StoryEvent } from '../story/story.ts';

/** The position of the opening, before the first step: all the story's lines, or all its events, as one picture. */
export const openingPosition = -1;

/**
 * The opening as a step: what the first step looks at, with every line of the story. Where lines are the fewer of its
 * events, it has all of them; where nothing has a date, what its layers have.
 */
export const openingStep = memoize((story: Story): Step => {
  const dated = story.events.filter(isDated);
  const lines = dated.filter(({ geometry }) => geometry.type === 'arc');
  const tellsByLines = 2 * lines.length >= dated.length && lines.length > 0;
  const shown = tellsByLines ? lines : dated.length > 0 ? dated : story.events;
  return {
    ...story.steps[0]!,
    id: 'index',
    title: story.title,
    show: shown.map(({ id }) => id),
    keep: []
  };
});

/** A step by its index, or the opening by `openingPosition`. */
export function stepAt(story: Story, index: number): Step {
  return index === openingPosition ? openingStep(story) : story.steps[index]!;
}

/** The share of the overture, 0 to 1, that one line takes to be drawn. */
const lineShare = 0.3;

/** The events of the opening, by date. */
export const openingEvents = memoize((story: Story) =>
  byDate(eventsNamed(story, openingStep(story).show))
);

const orderOf = memoize(
  (story: Story) => new Map(openingEvents(story).map((event, order) => [event, order]))
);

/**
 * How much of an event's line is drawn, 0 to 1, at a share of the overture, in which the lines come one after another
 * by date.
 */
export function drawnInOverture(story: Story, event: StoryEvent, share: number): number {
  const order = orderOf(story);
  const begins = ((order.get(event) ?? 0) / Math.max(1, order.size - 1)) * (1 - lineShare);
  return ease((share - begins) / lineShare);
}
