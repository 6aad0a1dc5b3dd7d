import { groundOf } from '$lib/atlas/ground-svg.ts';
import { wholeStoryView } from '$lib/atlas/whole-story.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) => {
  const story = findStory(params);
  return new Response(groundOf(wholeStoryView(story), story.title, atlasBaseOf(story)), {
    headers: { 'content-type': 'image/svg+xml' }
  });
};
