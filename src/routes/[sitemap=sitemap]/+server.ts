import { error } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import { siteOrigin } from '$lib/server/site-origin.ts';
import { sitemap } from '$lib/server/sitemap.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** A sitemap has whole addresses: there is none where the site’s own is not known. */
export const entries: EntryGenerator = () =>
  siteOrigin() === null ? [] : [{ sitemap: 'sitemap.xml' }];

export const GET: RequestHandler = () => {
  const origin = siteOrigin();
  if (origin === null) error(404);
  return new Response(sitemap(origin, stories), { headers: { 'content-type': 'application/xml' } });
};
