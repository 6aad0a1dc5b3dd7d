import { findStory, storyEntries } from '$lib/server/find-story.ts';
import { handoutCode } from '$lib/server/handout-code.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = storyEntries;

export const load: PageServerLoad = ({ params }) => ({
  story: placeMedia(findStory(params), '../'),
  handout: handoutCode(params.story, process.env)
});
