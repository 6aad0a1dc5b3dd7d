import { findStory } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
  story: findStory(params),
  origin: siteOrigin()
});
