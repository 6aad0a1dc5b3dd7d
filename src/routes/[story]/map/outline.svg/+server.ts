import { outlineSvg } from '$lib/atlas/outline-map.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { readAtlasBase } from '$lib/server/read-atlas-base.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = storyEntries;

const base = readAtlasBase();

export const GET: RequestHandler = ({ params }) =>
  new Response(outlineSvg(findStory(params), base), {
    headers: { 'content-type': 'image/svg+xml' }
  });
