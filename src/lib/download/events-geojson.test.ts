import { resolve } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { eventProperties } from './event-properties.ts';
import { eventsGeoJson } from './events-geojson.ts';

const world = readWorld();
const stories = ['src/stories', 'tests/stories']
  .flatMap((directory) => readStoryFolders(resolve(directory)))
  .map((folder) => parseStory(folder, world));
const named = (slug: string) => eventsGeoJson(stories.find((story) => story.slug === slug)!);
const feature = (slug: string, id: string) => named(slug).features.find((each) => each.id === id)!;

describe('eventsGeoJson(story)', () => {
  it.each(stories.map((story) => [story.slug, story] as const))(
    'is GeoJSON that a checker passes: %s',
    (_, story) => {
      const written = JSON.stringify(eventsGeoJson(story));
      expect(() => check(written)).not.toThrow();
      expect(named(story.slug).features.map(({ id }) => id)).toEqual(
        story.events.map(({ id }) => id)
      );
    }
  );

  it('has the documented properties and no others', () => {
    for (const { properties } of named('russia-iran-2015').features)
      expect(Object.keys(properties)).toEqual(Object.keys(eventProperties));
  });

  it('says of an event what the story says, no finer than it is known', () => {
    expect(feature('russia-iran-2015', 'soleimani-moscow').properties).toMatchObject({
      certainty: 'disputed',
      start: '2015-07',
      end: null,
      date_precision: 'month',
      when: 'July 2015',
      actors: ['Qasem Soleimani'],
      from: 'tehran',
      to: 'moscow',
      at: null,
      where: 'Tehran to Moscow',
      geometry_note: null,
      sources: ['bassam2015', 'gordon2015']
    });
    const { properties, geometry } = feature('russia-iran-2015', 'jcpoa');
    expect(properties).toMatchObject({ at: 'vienna', from: null, start: '2015-07-14' });
    expect(geometry).toEqual({ type: 'Point', coordinates: [16.3738, 48.2082] });
  });

  it('leads from the one place to the other', () => {
    const { geometry } = feature('russia-iran-2015', 'shoigu-tehran');
    if (geometry.type !== 'LineString') throw new Error(`expected a line, got ${geometry.type}`);
    expect(geometry.coordinates[0]).toEqual([37.6173, 55.7558]);
    expect(geometry.coordinates.at(-1)).toEqual([51.389, 35.6892]);
  });

  it('is cut where it crosses the antimeridian, by air and by sea', () => {
    for (const id of ['flight', 'voyage']) {
      const { geometry } = feature('pacific-2011', id);
      expect(geometry.type, id).toBe('MultiLineString');
      if (geometry.type !== 'MultiLineString') continue;
      const [before, after] = geometry.coordinates;
      expect([before!.at(-1)![0], after![0]![0]].toSorted()).toEqual([-180, 180]);
    }
  });
});
