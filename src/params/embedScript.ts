import type { ParamMatcher } from '@sveltejs/kit';

/** The files for pages that have a story in a frame. */
export const match = ((param): param is string =>
  ['embed.js', 'embed.v1.js', 'fulcrum-story.js', 'embed.d.ts'].includes(
    param
  )) satisfies ParamMatcher;
