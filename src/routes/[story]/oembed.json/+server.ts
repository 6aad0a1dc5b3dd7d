import { json } from '@sveltejs/kit';
import { brand } from 'virtual:brand';
import { oEmbed } from '$lib/embed/oembed.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = storyEntries;

export const GET: RequestHandler = ({ params, url }) =>
  json(oEmbed(new URL('..', url).href, findStory(params), null, brand.name));
