import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from './cli/read-stories.ts';
import { transport } from './hooks.ts';
import { parseStory } from './lib/parse/parse-story.ts';

describe('transport.story', () => {
  const { encode, decode } = transport.story!;
  const folder = resolve(import.meta.dirname, 'stories/russia-iran-2015');
  const story = parseStory(readStoryFolder(folder), readWorld());

  it('takes a story to its page and loses nothing', () => {
    const json: unknown = encode(story);
    expect(json).toBeTypeOf('string');
    expect(decode(json)).toStrictEqual(story);
  });

  it('leaves alone whatever else a page is given, and what a story consists of', () => {
    for (const other of [story.steps, story.steps[0], story.events[0], null, 'steps', 3]) {
      expect(encode(other)).toBe(false);
    }
  });
});
