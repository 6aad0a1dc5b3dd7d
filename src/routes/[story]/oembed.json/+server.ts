import { json } from '@sveltejs/kit';
import { stories } from 'virtual:stories';
import { brand } from 'virtual:brand';
import { oEmbed } from '$lib/embed/oembed.ts';
import { findStory } from '$lib/server/find-story.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => stories.map(({ slug }) => ({ story: slug }));

export const GET: RequestHandler = ({ params, url }) =>
  json(oEmbed(new URL('..', url).href, findStory(params), null, brand.name));
