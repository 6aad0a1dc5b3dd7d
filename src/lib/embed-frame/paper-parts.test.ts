import { describe, expect, it } from 'vitest';
import { readStoryFolder, readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { paperParts } from './paper-parts.ts';

const story = parseStory(readStoryFolders('src/stories')[0]!, readWorld());
const parts = paperParts(story, new URL('https://maps.example/maps/russia-iran-2015/'));

describe('paperParts(story, reading)', () => {
  it('has each passage with its picture, and each of its events with how sure it is', () => {
    const titles = parts.filter(({ title }) => title).map(({ text }) => text);
    expect(titles).toEqual([story.title, ...story.steps.map(({ title }) => title), 'Sources']);
    expect(parts.filter(({ src }) => src).map(({ src }) => src)).toEqual(
      story.steps.map(({ id }) => `/maps/russia-iran-2015/map/${id}.svg`)
    );
    const events = parts.filter(({ text }) => text.startsWith('On the map: '));
    expect(events.length).toBe(story.steps.flatMap(({ show }) => show).length);
    for (const { text } of events)
      expect(text).toMatch(/confirmed|reported|disputed|planned|prospective/);
  });

  it('numbers the sources as the passages do, in words that need no style', () => {
    expect(parts.find(({ text }) => text.includes('trust one another'))?.text).toMatch(
      /another\[1\]\./
    );
    expect(parts.find(({ text }) => text.startsWith('[1] '))?.text).toContain('Katz');
    expect(parts.map(({ text }) => text).join('')).not.toMatch(/<|&\w+;|\[source/);
  });

  it('has pictures with their credit, where a video is, and what is said in a sound', () => {
    const filmed = parseStory(readStoryFolder('tests/stories/media-test'), readWorld());
    const found = paperParts(filmed, new URL('https://maps.example/media-test/'));
    const after = (text: string) => found[found.findIndex((part) => part.text === text) + 1]!.text;
    const ship = found.find(({ text }) => text.startsWith('A red ship before'))!;
    expect(ship.src).toMatch(/^\/media-test\/media\/ship-[\da-f]{12}-1600\.webp$/);
    expect(after(ship.text)).toBe('The ship in port · Drawn for the tests, CC0.');
    expect(after('A test card with moving colours')).toMatch(
      /CC BY 4\.0\. https:\/\/maps\.example\/media-test\/media\/clip-[\da-f]{12}\.mp4$/
    );
    expect(found.map(({ text }) => text)).toContain('Port control: Ship, you may leave.');
  });
});
