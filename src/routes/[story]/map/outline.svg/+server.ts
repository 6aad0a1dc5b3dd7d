import { outlineSvg } from '$lib/atlas/outline-map.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = storyEntries;

export const GET: RequestHandler = ({ params }) => {
  const story = findStory(params);
  return new Response(outlineSvg(story, atlasBaseOf(story)), {
    headers: { 'content-type': 'image/svg+xml' }
  });
};
