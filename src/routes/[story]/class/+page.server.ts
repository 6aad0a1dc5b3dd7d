import { stories } from 'virtual:stories';
import { findStory, forPupils } from '$lib/server/find-story.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const load: PageServerLoad = ({ params }) => ({ story: forPupils(findStory(params)) });
