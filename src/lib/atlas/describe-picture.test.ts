import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { describePicture, eventSentence } from './describe-picture.ts';

const world = readWorld();
const read = (path: string) =>
  parseStory(readStoryFolder(resolve(import.meta.dirname, '../../..', path)), world);
const story = read('src/stories/russia-iran-2015');
const names = read('tests/stories/names-test');

describe('describePicture(story, step)', () => {
  it('names what is framed and marked, and tells each event with its kind and certainty', () => {
    const step = story.steps.find(({ id }) => id === 'shoigu')!;
    expect(describePicture(story, step)).toContain('Map of Moscow and Tehran.');
    expect(describePicture(story, step)).toContain('Marked: Russia and Iran.');
    expect(describePicture(story, step)).toContain(
      'Visit, confirmed: Sergei Shoigu, Moscow to Tehran, 20 January 2015.'
    );
  });

  it('tells every event that is on the map and no other', () => {
    for (const step of story.steps) {
      const said = describePicture(story, step);
      const told = said.match(/, (confirmed|reported|disputed|planned|prospective): /g) ?? [];
      expect(told.length, step.id).toBe(step.show.length + step.keep.length);
      expect(said.includes('Fainter, from earlier')).toBe(step.keep.length > 0);
    }
  });

  it('says the certainty of an event once', () => {
    expect(story.events.map(({ certainty }) => certainty)).toContain('planned');
    for (const event of story.events)
      expect(eventSentence(story, event).split(event.certainty), event.id).toHaveLength(2);
  });

  it('is plain text: signs that XML gives a meaning to stand as they are', () => {
    expect(describePicture(names, names.steps.at(-1)!)).toContain(`A <b>"city"</b> & 'port'`);
  });
});
