import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const load: PageServerLoad = ({ params }) => {
  const story = stories.find(({ slug }) => slug === params.story);
  if (!story) error(404, `There is no story "${params.story}".`);
  return { story };
};
