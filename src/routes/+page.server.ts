import { frontStory } from '$lib/front/front-story.ts';
import { atlasBaseOf } from '$lib/server/ground-files.ts';
import { wholeStories } from '$lib/server/find-story.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import type { PageServerLoad } from './$types';

/** Text and pictures need no script, and with one the page would bring its pictures twice. */
export const csr = false;

export const load: PageServerLoad = () => ({
  origin: siteOrigin(),
  stories: wholeStories().map((story, i) => frontStory(story, i, atlasBaseOf(story)))
});
