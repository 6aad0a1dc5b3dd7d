import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../../cli/read-stories.ts';
import { StoryError, type Fault } from '../fault.ts';
import { parseStory } from '../parse-story.ts';
import type { StoryFolder } from '../world.ts';

const folder = readStoryFolder(
  resolve(import.meta.dirname, '../../../../tests/stories/media-test')
);
const world = readWorld();

function messageOf(broken: StoryFolder): string {
  try {
    parseStory(broken, world);
  } catch (error) {
    if (error instanceof StoryError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('MediaReader', () => {
  it('lists what the story shows, in the order of the text, with its credit', () => {
    const { media } = parseStory(folder, world);
    expect(media.map(({ step, kind, file }) => `${step} ${kind} ${file}`)).toEqual([
      'ship image media/ship.jpg',
      'tower image media/tower.jpg',
      'tower image media/chart.png',
      'quay image media/quay-1990.jpg',
      'quay image media/quay-2015.jpg',
      'filmed video media/clip.mp4',
      'filmed audio media/call.mp3',
      'stage image media/quay-2015.jpg'
    ]);
    expect(media.find(({ file }) => file === 'media/chart.png')).toMatchObject({
      caption: 'The captain’s chart',
      credit: 'The port’s archive',
      licence: 'Public domain',
      picture: { width: 900, height: 700 }
    });
  });

  it('gives each figure its words, its credit and room', () => {
    const { steps } = parseStory(folder, world);
    const html = (id: string) => steps.find((step) => step.id === id)!.html;
    expect(html('ship')).toMatch(/<img [^>]*alt="A red ship before low hills, the sun above it"/);
    expect(html('ship')).toMatch(/<img [^>]*width="1600" height="1000" loading="lazy"/);
    expect(html('ship')).toContain('href="https://creativecommons.org/publicdomain/zero/1.0/"');
    expect(html('filmed')).toMatch(/<video controls preload="none" playsinline poster="/);
    expect(html('filmed')).toMatch(/<track kind="captions" [^>]*srclang="en" [^>]*default>/);
    expect(html('filmed')).not.toMatch(/autoplay|muted/);
    expect(html('filmed')).toContain('<p>Port control: Ship, you may leave.</p>');
  });

  it('refuses a file that is too large', () => {
    const tooLarge = (path: string, bytes: number) =>
      messageOf({
        ...folder,
        media: { ...folder.media, [path]: { ...folder.media[path]!, bytes } }
      });
    expect(tooLarge('media/ship.jpg', 41_500_000)).toBe(
      'story.md:19 step "ship": a file must be of at most 40 MB, got 41.5 MB in "media/ship.jpg"'
    );
    expect(tooLarge('media/clip.mp4', 30_000_000)).toContain('at most 25 MB, got 30.0 MB');
  });

  it('warns of what no step shows', () => {
    const warnings: Fault[] = [];
    const ship = folder.media['media/ship.jpg']!;
    const credits = `${folder.files['media/credits.csv']}old.jpg,A. Person,CC0,\n`;
    parseStory(
      {
        ...folder,
        files: { ...folder.files, 'media/credits.csv': credits, 'media/notes.txt': 'For us.' },
        media: { ...folder.media, 'media/old.jpg': ship }
      },
      world,
      (warning) => warnings.push(warning)
    );
    expect(warnings).toMatchObject([
      { file: 'media/credits.csv', line: 8, where: 'row 8', got: '"old.jpg"' },
      { file: 'media/notes.txt', line: 1, expected: 'a file in media/ should be shown by a step' }
    ]);
  });
});
