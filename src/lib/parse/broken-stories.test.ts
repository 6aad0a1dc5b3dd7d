import { describe, expect, it } from 'vitest';
import {
  baseStory,
  brokenStories,
  brokenStory,
  smallWorld
} from '../../../tests/broken-stories/read-broken-story.ts';
import { StoryError } from './fault.ts';
import { parseStory } from './parse-story.ts';

/** Returns the message that a story is refused with. */
function complaintAbout(name: string): string {
  try {
    parseStory(brokenStory(name).folder, smallWorld);
  } catch (error) {
    if (error instanceof StoryError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('parseStory(folder, world) on tests/broken-stories', () => {
  it('takes the story that the broken ones are made from', () => {
    expect(parseStory(baseStory(), smallWorld).steps).toHaveLength(3);
  });

  it.each(brokenStories)('%s', (name) => {
    expect(complaintAbout(name)).toBe(brokenStory(name).expected);
  });
});
