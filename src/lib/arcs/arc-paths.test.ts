import distance from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat, Story, StoryEvent } from '../story/story.ts';
import { arcPaths, greatCircleThrough, pointAlong } from './arc-paths.ts';

const lngLats = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -70, max: 70, noNaN: true })
);

function arc(id: string, from: string, to: string): StoryEvent {
  return {
    id,
    kind: 'visit',
    geometry: { type: 'arc', from, to, via: [] },
    start: '2015-01-01',
    end: null,
    datePrecision: 'day',
    certainty: 'confirmed',
    geometryNote: '',
    actors: [],
    summary: '',
    sources: []
  };
}

function storyOf(places: Record<string, LngLat>, events: StoryEvent[]): Story {
  return {
    places: Object.entries(places).map(([id, lngLat]) => ({
      id,
      name: id,
      kind: '',
      country: '',
      lngLat
    })),
    events
  } as unknown as Story;
}

describe('greatCircleThrough(ends)', () => {
  it('runs from the first end to the last without a jump, over the date line too', () => {
    fc.assert(
      fc.property(lngLats, lngLats, (from, to) => {
        const km = distance([...from], [...to]);
        fc.pre(km > 1 && km < 19_000);
        const path = greatCircleThrough([from, to]);
        expect(distance([...path[0]!], [...from])).toBeLessThan(0.01);
        expect(distance([...path.at(-1)!], [...to])).toBeLessThan(0.01);
        for (let i = 1; i < path.length; i++) {
          expect(Math.abs(path[i]![0] - path[i - 1]![0])).toBeLessThan(180);
        }
      })
    );
  });

  it('is the shortest way: no longer than the distance between its ends', () => {
    fc.assert(
      fc.property(lngLats, lngLats, (from, to) => {
        const km = distance([...from], [...to]);
        fc.pre(km > 100 && km < 18_000);
        const path = greatCircleThrough([from, to]);
        const length = path
          .slice(1)
          .reduce((sum, point, i) => sum + distance([...path[i]!], [...point]), 0);
        expect(length / km).toBeCloseTo(1, 2);
      })
    );
  });
});

describe('arcPaths(story)', () => {
  const places = { moscow: [37.6173, 55.7558], tehran: [51.389, 35.6892] } as const;
  const six = [
    arc('a', 'moscow', 'tehran'),
    arc('b', 'tehran', 'moscow'),
    arc('c', 'tehran', 'moscow'),
    arc('d', 'moscow', 'tehran'),
    arc('e', 'moscow', 'tehran'),
    arc('f', 'moscow', 'tehran')
  ];

  it('keeps a lone arc on its great circle', () => {
    const path = arcPaths(storyOf(places, [six[0]!])).get('a')!;
    const circle = greatCircleThrough([places.moscow, places.tehran]);
    path.points.forEach((point, i) => {
      expect(distance([...point], [...circle[i]!])).toBeLessThan(0.01);
    });
  });

  it('fans out arcs between the same two places, whichever way they run', () => {
    const paths = arcPaths(storyOf(places, six));
    const middles = six
      .map(({ id }) => pointAlong(paths.get(id)!.points, 0.5)[0])
      .sort((a, b) => a - b);
    for (let i = 1; i < middles.length; i++)
      expect(middles[i]! - middles[i - 1]!).toBeGreaterThan(0.8);
  });

  it('starts at from and ends at to', () => {
    const path = arcPaths(storyOf(places, six)).get('c')!.points;
    expect(distance([...path[0]!], [...places.tehran])).toBeLessThan(0.01);
    expect(distance([...path.at(-1)!], [...places.moscow])).toBeLessThan(0.01);
  });
});
