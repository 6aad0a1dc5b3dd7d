import { siteOrigin } from '$lib/server/site-origin.ts';
import { robots } from '$lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = () =>
  new Response(robots(siteOrigin()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
