import { findStory, storyEntries } from '$lib/server/find-story.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(`${JSON.stringify(findStory(params).sources, null, 2)}\n`, {
    headers: { 'content-type': 'application/vnd.citationstyles.csl+json' }
  });
