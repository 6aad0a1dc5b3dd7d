import { openingGround } from '$lib/atlas/ground-picture.ts';
import { findStory, forReaders } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
  const story = forReaders(findStory(params));
  return {
    story,
    openingGround: openingGround(story),
    origin: siteOrigin(),
    oEmbed: new URL('oembed.json', url).href
  };
};
