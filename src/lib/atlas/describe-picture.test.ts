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

  it('names a group for its members where all of them are marked, and not where it is only framed', () => {
    const said = (step: string) =>
      describePicture(
        story,
        story.steps.find(({ id }) => id === step)!
      );
    expect(said('theatre')).toContain(
      'Marked: Russia, Iran, Syria, Israel and Gulf Cooperation Council.'
    );
    expect(said('old-brakes')).toContain('Gulf Cooperation Council. Marked: Russia and Iran.');
  });

  it('tells every event of the step, and tells or counts those of others', () => {
    const counted = new Set<string>();
    for (const step of story.steps) {
      const said = describePicture(story, step);
      const told = said.match(/, (confirmed|reported|disputed|planned|prospective): /g) ?? [];
      const [, count] = /Fainter, from other passages: (\d+) events\.$/.exec(said) ?? [];
      expect(told.length + Number(count ?? 0), step.id).toBe(step.show.length + step.keep.length);
      expect(said.includes('Fainter, from other passages: ')).toBe(step.keep.length > 0);
      if (count !== undefined) counted.add(step.id);
    }
    const many = story.steps.filter(({ keep }) => keep.length > 4);
    expect(many).not.toEqual([]);
    expect(counted).toEqual(new Set(many.map(({ id }) => id)));
  });

  it('is short enough to be heard at one go', () => {
    for (const step of story.steps)
      expect(describePicture(story, step).length, step.id).toBeLessThan(650);
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
