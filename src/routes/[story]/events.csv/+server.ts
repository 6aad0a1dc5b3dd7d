import { eventTables } from 'virtual:stories';
import { findStory, storyEntries } from '$lib/server/find-story.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(eventTables[findStory(params).slug]!, {
    headers: { 'content-type': 'text/csv; charset=utf-8' }
  });
