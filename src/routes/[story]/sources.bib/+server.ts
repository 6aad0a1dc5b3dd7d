import { bibTeX } from '$lib/download/bibtex.ts';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(bibTeX(findStory(params).sources), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' }
  });
