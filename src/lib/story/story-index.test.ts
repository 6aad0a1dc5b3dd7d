import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { eventsNamed, placesNamed } from './story-index.ts';

const folder = resolve(import.meta.dirname, '../../stories/russia-iran-2015');
const story = parseStory(readStoryFolder(folder), readWorld());

describe('eventsNamed(story, ids) and placesNamed(story, ids)', () => {
  it('give the story’s order, each once, whatever the order of the ids', () => {
    const ids = story.events.slice(2, 9).map(({ id }) => id);
    expect(eventsNamed(story, [...ids, ...ids].reverse())).toEqual(story.events.slice(2, 9));
    const places = story.places.map(({ id }) => id);
    expect(placesNamed(story, [...places].reverse())).toEqual(story.places);
  });

  it('pass over ids of nothing', () => {
    expect(eventsNamed(story, ['nothing'])).toEqual([]);
    expect(placesNamed(story, ['nothing'])).toEqual([]);
  });
});
