import { stories } from 'virtual:stories';
import { findStory, forReaders } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const load: PageServerLoad = ({ params, url }) => ({
  story: placeMedia(forReaders(findStory(params)), '../'),
  reading: wholeAddress('../', url),
  origin: siteOrigin(),
  oEmbed: wholeAddress('../oembed', url)
});
