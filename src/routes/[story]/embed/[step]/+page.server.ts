import { forReaders } from '$lib/server/find-story.ts';
import { findStep, everyStepWithFiles } from '$lib/server/find-step.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyStepWithFiles;

export const load: PageServerLoad = ({ params, url }) => {
  const { story, step } = findStep(params);
  return {
    story: placeMedia(forReaders(story), '../../'),
    step: step.id,
    reading: wholeAddress('../../', url),
    origin: siteOrigin(),
    oEmbed: wholeAddress('oembed', url)
  };
};
