import { error } from '@sveltejs/kit';
import { everyRelief, readGroundFile } from '$lib/server/ground-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = everyRelief;

/** A picture of the relief of the ground that a story has to itself. */
export const GET: RequestHandler = ({ params: { story, picture } }) => {
  const known = everyRelief().some((each) => each.story === story && each.picture === picture);
  const webp = known ? readGroundFile(story, `relief-${picture}.webp`) : null;
  if (!webp) error(404, `The story "${story}" has no picture of relief ${picture}.`);
  return new Response(webp, { headers: { 'content-type': 'image/webp' } });
};
