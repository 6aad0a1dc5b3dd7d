import sans from '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import defaults from '$lib/theme/base.css?inline';
import { brand } from 'virtual:brand';
import { wholeStories } from '$lib/server/find-story.ts';
import { notFoundPage } from '$lib/server/not-found-page.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

const base = process.env.FULCRUM_BASE ?? '';
/** An imported file’s address, from the host’s root. */
const fromRoot = (url: string) => base + url.slice(Math.max(0, url.indexOf('/_app/')));

export const GET: RequestHandler = () =>
  new Response(
    notFoundPage({
      stories: wholeStories(),
      base,
      fonts: { serif: fromRoot(serif), sans: fromRoot(sans) },
      defaults: brand.sheet + defaults,
      site: brand.name
    }),
    { headers: { 'content-type': 'text/html; charset=utf-8' } }
  );
