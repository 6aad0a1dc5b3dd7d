import { findWholeStory, forReaders } from '$lib/server/find-story.ts';
import { placeMedia } from '$lib/server/place-media.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  story: placeMedia(forReaders(findWholeStory(params)), '../')
});
