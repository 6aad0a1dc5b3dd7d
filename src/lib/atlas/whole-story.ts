import { memoize } from '../cache.ts';
import { placesOf } from '../picture/step-picture.ts';
import { storyTints } from '../picture/tints.ts';
import type { Camera, Step, Story, StoryEvent } from '../story/story.ts';
import { viewAt, type Frame, type View } from '../view.ts';

/** The frame of the map of all events. In another width it shows the same part of the world, larger or smaller. */
export const wholeStoryFrame: Frame = {
  width: 960,
  height: 600,
  padding: { top: 24, right: 24, bottom: 24, left: 24 }
};

/**
 * A View of some events of a story at once, all by default, with the tints of the two countries it highlights most.
 * Whichever they are, it shows the part of the world that all need, in a frame that is so many px wide.
 */
export function wholeStoryView(
  story: Story,
  widthPx = wholeStoryFrame.width,
  events: readonly StoryEvent[] = story.events
): View {
  const all = wholeView(story);
  const scale = widthPx / wholeStoryFrame.width;
  if (scale === 1 && events.length === story.events.length) return all;
  const frame = { ...wholeStoryFrame, width: widthPx, height: wholeStoryFrame.height * scale };
  const camera = { ...all.camera, zoom: all.camera.zoom + Math.log2(scale) };
  return viewOf(story, events, frame, camera);
}

const wholeView = memoize((story: Story) => viewOf(story, story.events, wholeStoryFrame));

function viewOf(story: Story, events: readonly StoryEvent[], frame: Frame, camera?: Camera): View {
  const { own } = storyTints(story);
  const step: Step = {
    id: 'all',
    title: story.title,
    section: 0,
    look: {
      type: 'fit',
      places: [...new Set(events.flatMap(placesOf))],
      countries: [],
      groups: [],
      shapes: []
    },
    show: events.map(({ id }) => id),
    keep: [],
    highlight: [...own].filter(([, tint]) => tint !== 'other').map(([code]) => code),
    groups: [],
    html: '',
    notesHtml: '',
    askHtml: '',
    answer: null,
    slideHtml: '',
    cites: []
  };
  return viewAt(
    { ...story, steps: [...story.steps, step] },
    story.steps.length,
    frame,
    camera && { camera }
  );
}
