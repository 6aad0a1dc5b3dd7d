import type { Handle } from '@sveltejs/kit';
import { stories } from 'virtual:stories';

/** The page's language is its story's. */
export const handle: Handle = ({ event, resolve }) => {
  const lang = stories.find(({ slug }) => slug === event.params.story)?.lang ?? 'en';
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang) });
};
