import { error } from '@sveltejs/kit';
import { drawIcon, iconSizes } from '$lib/server/draw-icon.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => iconSizes.map((size) => ({ size: String(size) }));

export const GET: RequestHandler = async ({ params }) => {
  const size = iconSizes.find((each) => String(each) === params.size);
  if (size === undefined) error(404, `There is no icon of ${params.size} px.`);
  return new Response(new Uint8Array(await drawIcon(size)), {
    headers: { 'content-type': 'image/png' }
  });
};
