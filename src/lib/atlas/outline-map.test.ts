import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { readAtlasBase } from '../server/read-atlas-base.ts';
import type { LngLat, Place } from '../story/story.ts';
import { outlineCamera, outlineFrame, outlinePoint, outlineSvg } from './outline-map.ts';

const root = resolve(import.meta.dirname, '../../..');
const base = readAtlasBase();
const world = readWorld();
const stories = ['src/stories', 'tests/stories'].flatMap((directory) =>
  readStoryFolders(resolve(root, directory)).map((folder) => parseStory(folder, world))
);

const place = (lngLat: LngLat, i: number): Place => ({
  id: `place-${i}`,
  name: 'A place',
  kind: 'city',
  country: 'RUS',
  lngLat
});

describe('outlinePoint(story, lngLat)', () => {
  const [lng, lat] = [
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -60, max: 70, noNaN: true })
  ];

  it('has every place of a story in the frame, with room for a letter', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(lng, lat), { minLength: 1, maxLength: 8 }), (points) => {
        const places = points.map(place);
        // Places all around the world leave no room beside them.
        if (outlineCamera({ places }).zoom < 0.5) return;
        for (const { lngLat } of places) {
          const [x, y] = outlinePoint({ places }, lngLat);
          expect(x).toBeGreaterThan(15);
          expect(x).toBeLessThan(outlineFrame.width - 15);
          expect(y).toBeGreaterThan(15);
          expect(y).toBeLessThan(outlineFrame.height - 15);
        }
      })
    );
  });

  it('is the same for a lesson, which has the story’s places but not all of its steps', () => {
    const [story] = stories;
    const lesson = { ...story!, steps: story!.steps.slice(3, 4) };
    expect(outlinePoint(lesson, [37.6, 55.8])).toEqual(outlinePoint(story!, [37.6, 55.8]));
  });
});

describe('outlineSvg(story, base)', () => {
  for (const story of stories) {
    const svg = outlineSvg(story, base);

    it(`is blank but for its lines and its scale: ${story.slug}`, () => {
      const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toMatch(/^[\d,]+ km$/);
      const fills = new Set(
        [...svg.matchAll(/<path [^>]*fill="([^"]*)"/g)].map(([, fill]) => fill)
      );
      expect([...fills].sort()).toEqual(['#fff', 'none']);
      expect(svg).not.toMatch(/<circle|<use|class=/);
      expect(svg).toContain('<path stroke="#4f666e"');
    });
  }

  it('tells contested borders from others by their dashes', () => {
    const svg = outlineSvg(
      stories.find(({ slug }) => slug === 'russia-iran-2015')!,
      base
    );
    expect(svg.match(/stroke="#7d7361"/g)).toHaveLength(3);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
  });
});
