import { findStory } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { onPaper, placeMedia } from '$lib/server/place-media.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  story: onPaper(placeMedia(findStory(params), '../')),
  origin: siteOrigin()
});
