import { stories } from 'virtual:stories';
import { findStory, forPupils } from '$lib/server/find-story.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const load: PageServerLoad = ({ params }) => ({
  story: placeMedia(forPupils(findStory(params)), '../')
});
