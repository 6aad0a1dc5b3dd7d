import { stories } from 'virtual:stories';
import { frontStory } from '$lib/front/front-story.ts';
import { readAtlasBase } from '$lib/server/read-atlas-base.ts';
import { siteOrigin } from '$lib/server/site-origin.ts';
import type { PageServerLoad } from './$types';

/** Text and pictures need no script, and with one the page would bring its pictures twice. */
export const csr = false;

const base = readAtlasBase();

export const load: PageServerLoad = () => ({
  origin: siteOrigin(),
  stories: stories.map((story, i) => frontStory(story, i, base))
});
