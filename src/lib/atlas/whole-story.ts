import { storyAtlas } from '../picture/story-atlas.ts';
import { placesOf } from '../picture/step-picture.ts';
import type { Step, Story } from '../story/story.ts';
import { viewAt, type Frame, type View } from '../view.ts';

/** A View of all events of a story at once, with the tints of the two countries it highlights most. */
export function wholeStoryView(story: Story, frame: Frame): View {
  const { tints } = storyAtlas(story);
  const all: Step = {
    id: 'all',
    title: story.title,
    section: 0,
    look: {
      type: 'fit',
      places: [...new Set(story.events.flatMap(placesOf))],
      countries: [],
      groups: []
    },
    show: story.events.map(({ id }) => id),
    keep: [],
    highlight: [...tints].filter(([, tint]) => tint !== 'other').map(([code]) => code),
    groups: [],
    html: '',
    notesHtml: '',
    askHtml: '',
    slideHtml: '',
    cites: []
  };
  return viewAt({ ...story, steps: [...story.steps, all] }, story.steps.length, frame);
}
