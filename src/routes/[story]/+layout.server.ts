import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params }) => {
  const story = stories.find(({ slug }) => slug === params.story);
  if (!story) error(404, `There is no story "${params.story}".`);
  return { story };
};
