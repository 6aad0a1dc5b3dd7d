import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { onPaper, placeMedia } from './place-media.ts';

const folder = resolve(import.meta.dirname, '../../../tests/stories/media-test');
const story = parseStory(readStoryFolder(folder), readWorld());
const filmed = (placed: typeof story) => placed.steps.find(({ id }) => id === 'filmed')!.html;

describe('placeMedia(story, toStory, origin)', () => {
  it('leads from the page to every file', () => {
    const placed = placeMedia(story, '../../', null);
    const addresses = [...JSON.stringify(placed).matchAll(/[\w./]*\bmedia\/[\w-]+-[\da-f]{12}/g)];
    const outside = addresses.filter(([address]) => !address.startsWith('../../media/'));
    expect(addresses.length).toBeGreaterThan(40);
    // The video's address in words is for paper.
    expect(outside.map(([address]) => address)).toEqual([expect.stringMatching(/^media\/clip-/)]);
  });

  it('gives paper the whole address', () => {
    expect(filmed(placeMedia(story, '../', 'https://maps.example.org'))).toContain(
      '<p>Video: https://maps.example.org/media-test/media/clip-'
    );
  });
});

describe('onPaper(story)', () => {
  it('has pictures come at once, and opens transcripts', () => {
    expect(filmed(story)).toContain('loading="lazy"');
    expect(filmed(onPaper(story))).not.toContain('loading="lazy"');
    expect(filmed(onPaper(story))).toContain('<details class="transcript" open>');
  });
});
