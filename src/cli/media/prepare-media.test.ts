import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../lib/parse/parse-story.ts';
import { readStoryFolder, readWorld } from '../read-stories.ts';
import { prepareMedia } from './prepare-media.ts';

const directory = resolve(import.meta.dirname, '../../../tests/stories/media-test');
const folder = readStoryFolder(directory);
const story = parseStory(folder, readWorld());
const files = await prepareMedia(directory, folder, story);
const named = (start: string) => files.filter(({ file }) => file.startsWith(start));

describe('prepareMedia(directory, folder, story)', () => {
  it('makes every file that the story names, and no other', () => {
    const text = JSON.stringify(story);
    const names = new Set(
      [...text.matchAll(/media\/([\w-]+-[\da-f]{12}[\w-]*\.\w+)/g)].map(([, name]) => name)
    );
    expect(new Set(files.map(({ file }) => file))).toEqual(names);
    expect(named('call-').map(({ path }) => path)).toEqual([resolve(directory, 'media/call.mp3')]);
  });

  it('makes pictures in the sizes needed, never larger than they are', () => {
    const widths = named('ship-').map(({ file }) => file.replace(/^.*-/, ''));
    expect(widths.sort()).toEqual(
      ['1600.avif', '1600.webp', '480.avif', '480.webp', '960.avif', '960.webp'].sort()
    );
    expect(named('tower-').map(({ file }) => file.replace(/^.*-/, ''))).toContain('600.webp');
  });

  it('takes from pictures where they were taken', async () => {
    expect((await sharp(resolve(directory, 'media/ship.jpg')).metadata()).exif).toBeDefined();
    for (const { path, file } of named('ship-')) {
      const { exif, xmp, iptc } = await sharp(path).metadata();
      expect({ exif, xmp, iptc }, file).toEqual({});
      expect(readFileSync(path).includes('GPS'), file).toBe(false);
    }
  });

  it('sets pictures upright', async () => {
    const { width, height } = await sharp(named('tower-')[0]!.path).metadata();
    expect(height! / width!).toBeCloseTo(1.5, 2);
    expect(story.steps[1]!.html).toContain('width="600" height="900"');
  });

  it('names a picture that cannot be decoded', async () => {
    const facts = { ...folder.media['media/ship.jpg']!, hash: '000000000000' };
    const broken = { ...folder, slug: 'broken', media: { 'prepare-media.ts': facts } };
    const naming = { ...story, title: 'media/prepare-media-000000000000-480.webp' };
    await expect(prepareMedia(import.meta.dirname, broken, naming)).rejects.toThrow(
      /^broken: prepare-media\.ts: a picture must be whole: export it anew, got /
    );
  });
});
