import { tactileSvg } from '$lib/atlas/tactile/tactile-svg.ts';
import { everyStep, findStep } from '$lib/server/find-step.ts';
import { readAtlasBase } from '$lib/server/read-atlas-base.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = everyStep;

const base = readAtlasBase();

export const GET: RequestHandler = ({ params }) => {
  const { story, index } = findStep(params);
  return new Response(tactileSvg(story, index, base), {
    headers: { 'content-type': 'image/svg+xml' }
  });
};
