import { atlasSvg } from '$lib/atlas/atlas-svg.ts';
import { describePicture } from '$lib/atlas/describe-picture.ts';
import { pictureFrame } from '$lib/atlas/picture-frame.ts';
import { everyPicture, findPicture } from '$lib/server/find-step.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import { pictureDataOf } from '$lib/server/picture-data.ts';
import { viewAt } from '$lib/view.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = everyPicture;

export const GET: RequestHandler = ({ params }) => {
  const { story, step, index } = findPicture(params);
  const svg = atlasSvg(viewAt(story, index, pictureFrame), atlasBaseOf(story), {
    title: step.title,
    desc: describePicture(story, step),
    lang: story.lang,
    pictureData: pictureDataOf(story)
  });
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
