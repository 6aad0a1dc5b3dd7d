import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { describeEvent } from './describe-event.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../stories/russia-iran-2015')),
  readWorld()
);
const event = (id: string) => story.events.find((event) => event.id === id)!;

describe('describeEvent(story, event)', () => {
  it('says who, from where to where, when, what, what is unknown, and by which works', () => {
    const described = describeEvent(story, event('shoigu-tehran'));
    expect(described).toMatchObject({
      who: 'Sergei Shoigu',
      where: 'Moscow to Tehran',
      when: '20 January 2015',
      summary: event('shoigu-tehran').summary,
      unknown: event('shoigu-tehran').geometryNote
    });
    expect(described.sources.map(({ id }) => id)).toEqual(event('shoigu-tehran').sources);
  });

  it('names the one place of an event that has no other, and every actor', () => {
    const { where, who } = describeEvent(story, event('jcpoa'));
    expect(where).toBe('Vienna');
    expect(who).toBe(event('jcpoa').actors.join('; '));
    expect(who).toContain('; ');
  });

  it('says that what lies ahead is planned or prospective', () => {
    const [planned, ahead] = (['planned', 'prospective'] as const).map((certainty) =>
      describeEvent(
        story,
        story.events.find((event) => event.certainty === certainty)!
      )
    );
    expect(planned!.when).toMatch(/^planned, .*\d{4}/);
    expect(ahead!.when).toMatch(/^prospective, .*\d{4}/);
  });
});
