import { atlasSvg } from '$lib/atlas/atlas-svg.ts';
import { eventSentence } from '$lib/atlas/describe-picture.ts';
import { wholeStoryView } from '$lib/atlas/whole-story.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import { pictureDataOf } from '$lib/server/picture-data.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) => {
  const story = findStory(params);
  const svg = atlasSvg(wholeStoryView(story), atlasBaseOf(story), {
    title: story.title,
    desc: `${story.events.map((event) => eventSentence(story, event)).join('. ')}.`,
    lang: story.lang,
    pictureData: pictureDataOf(story)
  });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
