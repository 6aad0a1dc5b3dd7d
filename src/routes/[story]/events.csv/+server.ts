import { error } from '@sveltejs/kit';
import { eventTables } from 'virtual:stories';
import { wholeStories } from '$lib/server/find-story.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = () => wholeStories().map(({ slug }) => ({ story: slug }));

/** The author's own table, of the whole story. */
export const GET: RequestHandler = ({ params }) => {
  const table = eventTables[params.story];
  if (table === undefined) error(404, `There is no story "${params.story}".`);
  return new Response(table, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
