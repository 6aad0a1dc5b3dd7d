import { findStory, forReaders, storyEntries } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { wholeAddress } from '$lib/server/whole-address.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = storyEntries;

export const load: PageServerLoad = ({ params, url }) => ({
  story: placeMedia(forReaders(findStory(params)), '../'),
  reading: wholeAddress('../', url),
  origin: siteOrigin(),
  oEmbed: wholeAddress('../oembed', url)
});
