import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import { atlasSvg } from '$lib/atlas/atlas-svg.ts';
import { describePicture } from '$lib/atlas/describe-picture.ts';
import { pictureFrame } from '$lib/atlas/picture-frame.ts';
import { readAtlasBase } from '$lib/server/read-atlas-base.ts';
import { viewAt } from '$lib/view.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () =>
  stories.flatMap(({ slug, steps }) => steps.map(({ id }) => ({ story: slug, step: id })));

const base = readAtlasBase();

export const GET: RequestHandler = ({ params }) => {
  const story = stories.find(({ slug }) => slug === params.story);
  const index = story?.steps.findIndex(({ id }) => id === params.step) ?? -1;
  if (!story || index < 0) error(404, `There is no step "${params.step}" in "${params.story}".`);
  const step = story.steps[index]!;
  const svg = atlasSvg(viewAt(story, index, pictureFrame), base, {
    title: step.title,
    desc: describePicture(story, step),
    lang: story.lang
  });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
