import { stories } from 'virtual:stories';
import { findStory } from '$lib/server/find-story.ts';
import { handoutCode } from '$lib/server/handout-code.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const load: PageServerLoad = ({ params }) => ({
  story: placeMedia(findStory(params), '../'),
  handout: handoutCode(params.story, process.env)
});
