import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../../cli/read-stories.ts';
import { parseStory } from '../parse-story.ts';
import type { StoryFolder } from '../world.ts';

const world = readWorld();
const folderOf = (path: string) =>
  readStoryFolder(resolve(import.meta.dirname, '../../../..', path));
const projectionOf = (folder: StoryFolder) => parseStory(folder, world).projection ?? 'mercator';

/** The story of the Pacific, whose steps look elsewhere and whose author says more of it. */
function pacific({ look = '', line = '' }): StoryFolder {
  const folder = folderOf('tests/stories/pacific-2011');
  const story = folder.files['story.md']!;
  const changed = story
    .replace('lang: en', `lang: en${line}`)
    .replace('look: [apia, nukualofa, suva, auckland]', (was) => look || was);
  return { ...folder, files: { ...folder.files, 'story.md': changed } };
}

describe('the projection of a story', () => {
  it('is Web Mercator wherever that does not mislead, on the date line too', () => {
    expect(projectionOf(folderOf('src/stories/russia-iran-2015'))).toBe('mercator');
    expect(projectionOf(pacific({}))).toBe('mercator');
    expect(projectionOf(pacific({ look: 'look: [RUS, USA, auckland]' }))).toBe('globe');
  });

  it('is a globe about a pole', () => {
    expect(projectionOf(folderOf('tests/stories/poles-1958'))).toBe('globe');
    expect(projectionOf(pacific({ look: 'look: [ATA]' }))).toBe('globe');
    expect(
      projectionOf(pacific({ look: 'camera: {center: [0, 82], zoom: 3, bearing: 0, pitch: 0}' }))
    ).toBe('globe');
  });

  it('is a globe where a wide stage would show a part of the world twice', () => {
    expect(projectionOf(pacific({ look: 'look: [USA, GBR, IND, AUS]' }))).toBe('globe');
    expect(projectionOf(pacific({ look: 'look: [AUS, JPN]' }))).toBe('mercator');
  });

  it('is what the author says', () => {
    expect(projectionOf(pacific({ line: '\nprojection: globe' }))).toBe('globe');
    expect(projectionOf(pacific({ line: '\nprojection: mercator', look: 'look: [ATA]' }))).toBe(
      'mercator'
    );
  });
});
