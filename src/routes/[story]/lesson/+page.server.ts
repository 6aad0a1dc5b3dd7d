import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = storyEntries;

export const load: PageServerLoad = ({ params }) => ({
  story: placeMedia(findStory(params), '../')
});
