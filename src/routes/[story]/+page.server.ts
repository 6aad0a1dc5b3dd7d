import { openingGround } from '$lib/atlas/ground-picture.ts';
import { findStory, forReaders } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
  const story = placeMedia(forReaders(findStory(params)), '');
  return {
    story,
    openingGround: openingGround(story),
    origin: siteOrigin(),
    oEmbed: wholeAddress('oembed', url)
  };
};
