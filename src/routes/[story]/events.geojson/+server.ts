import { eventsGeoJson } from '$lib/download/events-geojson.ts';
import { findWholeStory, storyEntries } from '$lib/server/find-story.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = storyEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(JSON.stringify(eventsGeoJson(findWholeStory(params)), null, 1), {
    headers: { 'content-type': 'application/geo+json' }
  });
