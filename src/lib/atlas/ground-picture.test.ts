import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { wrapLng } from '../geometry/date-line.ts';
import { parseStory } from '../parse/parse-story.ts';
import type { Story } from '../story/story.ts';
import { openingPosition, viewAt } from '../view.ts';
import { mercator } from './ground.ts';
import { groundPicture, openingGround, seedOpeningGround } from './ground-picture.ts';

const story = parseStory(readStoryFolder(resolve('src/stories/russia-iran-2015')), readWorld());

/** The story opening on two of its places, so many degrees farther east. */
function openingOn(east: number): Story {
  const [opening, ...steps] = story.steps;
  return {
    ...story,
    places: story.places.map(({ lngLat: [lng, lat], ...place }) => ({
      ...place,
      lngLat: [wrapLng(lng + east), lat]
    })),
    steps: [
      {
        ...opening!,
        look: { type: 'fit', places: ['moscow', 'tehran'], countries: [], groups: [], shapes: [] },
        show: []
      },
      ...steps
    ]
  };
}

describe('openingGround(story)', () => {
  it('fits the frame in the same copy of the world as its picture, wherever on Earth the story opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 179 }), (east) => {
        const { picture, fit } = openingGround(openingOn(east));
        expect(fit!.x.at).toBeGreaterThan(picture.box.left);
        expect(fit!.x.at).toBeLessThan(picture.box.right);
      }),
      { numRuns: 20 }
    );
  });

  it('is the one that the page brought along, where it did', () => {
    const opened = openingOn(0);
    const brought = openingGround(story);
    seedOpeningGround(opened, brought);
    expect(openingGround(opened)).toBe(brought);
    expect(groundPicture(opened, openingPosition)).toBe(brought.picture);
  });
});

describe('groundPicture(story, index)', () => {
  it('reaches to the edges of a stage, from a phone’s to that of a frame in an article’s column', () => {
    for (const [width, height] of [
      [360, 300],
      [640, 308],
      [768, 446]
    ] as const) {
      const padding = { top: 17, right: 17, bottom: 17, left: 17 };
      for (const index of [openingPosition, ...story.steps.keys()]) {
        const { camera } = viewAt(story, index, { width, height, padding });
        const { box } = groundPicture(story, index);
        const at = mercator(camera.center);
        const worldPx = 512 * 2 ** camera.zoom;
        // Upright, as all of this story's cameras are.
        expect([camera.pitch, camera.bearing]).toEqual([0, 0]);
        const missing = [
          box.left * worldPx - (at[0] * worldPx - width / 2),
          at[0] * worldPx + width / 2 - box.right * worldPx
        ];
        expect(Math.max(...missing), `px at ${index} in ${width}`).toBeLessThan(6);
      }
    }
  });

  it('is computed once for each step', () => {
    expect(groundPicture(story, 3)).toBe(groundPicture(story, 3));
    expect(groundPicture(story, 3)).not.toBe(groundPicture(story, 4));
  });
});
