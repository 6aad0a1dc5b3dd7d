import { cardPictureSize, stepCardSvg, storyCardSvg } from '$lib/atlas/card-svg.ts';
import { drawCard } from '$lib/server/draw-card.ts';
import { everyCard, findPicture } from '$lib/server/find-step.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import { pictureDataOf } from '$lib/server/picture-data.ts';
import { stagedPicture } from '$lib/server/staged-picture.ts';
import { openingPosition } from '$lib/view.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = everyCard;

export const GET: RequestHandler = async ({ params }) => {
  const { story, step, index } = findPicture(params);
  const opening = index === openingPosition;
  const picture = opening ? null : await stagedPicture(story, step, cardPictureSize);
  const base = atlasBaseOf(story);
  const svg = opening
    ? storyCardSvg(story, base)
    : stepCardSvg(story, index, base, picture, pictureDataOf(story));
  const png = await drawCard(svg);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
