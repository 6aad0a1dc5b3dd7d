import { error } from '@sveltejs/kit';
import { wholeStories } from '$lib/server/find-story.ts';
import { readGroundFile } from '$lib/server/ground-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = () =>
  wholeStories()
    .filter(({ ground }) => ground)
    .map(({ slug }) => ({ story: slug }));

/** The fine level of the ground that a story has to itself. */
export const GET: RequestHandler = ({ params }) => {
  const level = readGroundFile(params.story, 'fine.json');
  if (!level) error(404, `The story "${params.story}" has no ground of its own.`);
  return new Response(level, { headers: { 'content-type': 'application/json' } });
};
