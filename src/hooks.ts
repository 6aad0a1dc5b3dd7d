import type { Transport } from '@sveltejs/kit';
import type { Story } from '$lib/story/story.ts';

/**
 * Stories go into their pages as JSON in one string: the browser reads that many times faster than an object written
 * in JavaScript, which it looks through whenever it comes to a function around it.
 */
export const transport: Transport = {
  story: {
    encode: (value: unknown) => isStory(value) && JSON.stringify(value),
    decode: (json: string) => JSON.parse(json) as Story
  }
};

function isStory(value: unknown): value is Story {
  return typeof value === 'object' && value !== null && 'steps' in value && 'geography' in value;
}
