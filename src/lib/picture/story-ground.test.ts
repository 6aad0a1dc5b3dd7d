import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { isWithin, unionOf } from '../geometry/bounds.ts';
import { parseStory } from '../parse/parse-story.ts';
import type { LngLat, Story } from '../story/story.ts';
import { groundBoxes } from './story-ground.ts';

const world = readWorld();
const read = (folder: string) => parseStory(readStoryFolder(resolve(folder)), world);
const [theatre, pacific] = [
  read('src/stories/russia-iran-2015'),
  read('tests/stories/pacific-2011')
];

/** The story with a step at each of these places, seen from the same height. */
function at(zoom: number, ...centers: LngLat[]): Story {
  const [step] = theatre.steps;
  return {
    ...theatre,
    steps: centers.map((center, i) => ({
      ...step!,
      id: `step-${i}`,
      look: { type: 'camera', camera: { center, zoom, bearing: 0, pitch: 0 } }
    }))
  };
}

describe('groundBoxes(story)', () => {
  it('is none where the theatre holds what is seen, or nothing is seen close up', () => {
    expect(groundBoxes(theatre)).toEqual([]);
    expect(groundBoxes(at(3, [-59, -51]))).toEqual([]);
  });

  it('holds each place, and places far from each other in boxes of their own', () => {
    const boxes = groundBoxes(at(5.5, [-59, -51], [-61, -52], [-14.4, -7.9], [-1, 51]));
    expect(boxes).toHaveLength(3);
    for (const [lng, lat] of [
      [-59, -51],
      [-61, -52],
      [-14.4, -7.9],
      [-1, 51]
    ] as const) {
      expect(boxes.filter((box) => isWithin([lng, lat, lng, lat], box))).toHaveLength(1);
    }
    for (const box of boxes) {
      expect(box.every(Number.isInteger)).toBe(true);
      expect(boxes.filter((other) => unionOf(box, other))).toEqual([box]);
    }
  });

  it('is one box across the date line', () => {
    const [box, ...others] = groundBoxes(pacific);
    expect(others).toEqual([]);
    expect(box![0]).toBeGreaterThan(120);
    expect(box![2]).toBeGreaterThan(188);
    expect(box![2]).toBeLessThan(240);
  });

  it('goes all round near a pole, and no farther than the map', () => {
    expect(groundBoxes(at(4.6, [166, -77.8]))).toEqual([[-180, -85, 180, expect.any(Number)]]);
    const [arctic] = groundBoxes(at(5, [20, 82]));
    expect(arctic).toMatchObject({ 0: -180, 2: 180, 3: 90 });
  });

  it('ends for a story that goes everywhere', () => {
    const everywhere = Array.from({ length: 200 }, (_, i): LngLat => [
      i * 1.8 - 180,
      (i % 9) * 14 - 56
    ]);
    expect(groundBoxes(at(4.5, ...everywhere)).length).toBeLessThan(5);
  });
});
