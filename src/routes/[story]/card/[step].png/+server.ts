import { stories } from 'virtual:stories';
import { stepCardSvg, storyCardSvg } from '$lib/atlas/card-svg.ts';
import { drawCard } from '$lib/server/draw-card.ts';
import { findStory } from '$lib/server/find-story.ts';
import { everyStep, findStep } from '$lib/server/find-step.ts';
import { readAtlasBase } from '$lib/server/read-atlas-base.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** The name of the story's own card; no step may have it. */
const storyCard = 'index';

export const entries: EntryGenerator = () => [
  ...stories.map(({ slug }) => ({ story: slug, step: storyCard })),
  ...everyStep()
];

const base = readAtlasBase();

export const GET: RequestHandler = async ({ params }) => {
  let svg: string;
  if (params.step === storyCard) svg = storyCardSvg(findStory(params), base);
  else {
    const { story, index } = findStep(params);
    svg = stepCardSvg(story, index, base);
  }
  const png = await drawCard(svg);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
