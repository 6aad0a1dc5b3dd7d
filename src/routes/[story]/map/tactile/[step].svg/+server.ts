import { tactileSvg } from '$lib/atlas/tactile/tactile-svg.ts';
import { everyStepWithFiles, findStep } from '$lib/server/find-step.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = everyStepWithFiles;

export const GET: RequestHandler = ({ params }) => {
  const { story, index } = findStep(params);
  return new Response(tactileSvg(story, index, atlasBaseOf(story)), {
    headers: { 'content-type': 'image/svg+xml' }
  });
};
