import { findStory, forReaders } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => ({
  story: forReaders(findStory(params)),
  origin: siteOrigin(),
  oEmbed: new URL('oembed.json', url).href
});
