import { siteOrigin } from './site-origin.ts';
import { laidPicture } from '../story/laid-pictures.ts';
import { wholeSlug } from '../story/part-of.ts';
import type { Story, StoryEvent } from '../story/story.ts';

/** The address of a medium, `media/NAME-HASH.mp4`, wherever the story names it. */
const address = /\bmedia\/(?=[\w-]*-[\da-f]{12}(?:-\d+)?\.\w+)/g;

/** Where a video's address is in words, for paper. */
const printed = /(?<=<p>Video: )media\//g;

/**
 * A story whose media are found from a page of it: from `embed/` by `../`. Their addresses lead from the story's own
 * page until then. What is for paper has the whole address, where the build knows the site's.
 */
export function placeMedia(story: Story, toStory: string, origin = siteOrigin()): Story {
  if (story.media.length === 0 && !story.events.some(laidPicture)) return story;
  const slug = wholeSlug(story);
  // The parts of a story have their media in common.
  const home = slug === story.slug ? toStory : `${toStory}../${slug}/`;
  const whole = origin === null ? 'media/' : `${origin}/${slug}/media/`;
  const place = (text: string) =>
    text
      .split(printed)
      .map((part) => part.replace(address, `${home}media/`))
      .join(whole);
  return {
    ...story,
    steps: story.steps.map((step) => ({ ...step, html: place(step.html) })),
    events: story.events.map((event) => placePicture(event, place)),
    media: story.media.map((medium) => ({
      ...medium,
      address: place(medium.address),
      picture: medium.picture && { ...medium.picture, address: place(medium.picture.address) }
    }))
  };
}

function placePicture(event: StoryEvent, place: (text: string) => string): StoryEvent {
  const { geometry } = event;
  if (geometry.type !== 'shape' || !geometry.picture) return event;
  const { address, still } = geometry.picture;
  const picture = { ...geometry.picture, address: place(address), still: place(still) };
  return { ...event, geometry: { ...geometry, picture } };
}

/** A story on a page that is printed: its pictures have come, and its transcripts are open. */
export function onPaper(story: Story): Story {
  if (story.media.length === 0) return story;
  const paper = (html: string) =>
    html
      .replaceAll(' loading="lazy"', '')
      .replaceAll('<details class="transcript">', '<details class="transcript" open>');
  return { ...story, steps: story.steps.map((step) => ({ ...step, html: paper(step.html) })) };
}
