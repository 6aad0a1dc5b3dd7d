import { brand } from 'virtual:brand';
import { oEmbed, oEmbedXml } from '$lib/embed/oembed.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params, url }) =>
  new Response(oEmbedXml(oEmbed(new URL('..', url).href, findStory(params), null, brand.name)), {
    headers: { 'content-type': 'text/xml; charset=utf-8' }
  });
