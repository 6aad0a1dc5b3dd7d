import { error } from '@sveltejs/kit';
import { readFileSync } from 'node:fs';
import { mediaFiles } from 'virtual:stories';
import { mediaTypeOf } from '$lib/server/media-type.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => mediaFiles.map(({ story, file }) => ({ story, file }));

export const GET: RequestHandler = ({ params }) => {
  const found = mediaFiles.find(
    ({ story, file }) => story === params.story && file === params.file
  );
  if (!found) error(404, `There is no file "${params.file}" in "${params.story}".`);
  return new Response(readFileSync(found.path), {
    headers: { 'content-type': mediaTypeOf(found.file) }
  });
};
