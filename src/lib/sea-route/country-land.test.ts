import { describe, expect, it } from 'vitest';
import { readWorld } from '../../cli/read-stories.ts';
import { countryAt, isIn, polygonsByCountry, type Land } from './country-land.ts';
import { rectangle } from './fixtures.ts';

const countries = polygonsByCountry(readWorld().land);

describe('isIn(polygons, lngLat)', () => {
  it.each([
    ['RUS', [37.6173, 55.7558]],
    ['IRN', [49.4622, 37.4727]],
    ['FJI', [178.4419, -18.1416]],
    ['FJI', [-179.98, -16.8]],
    ['UKR', [34.1, 44.95]]
  ] as const)('finds %s at %j', (code, lngLat) => {
    expect(isIn(countries.get(code)!, lngLat)).toBe(true);
  });

  it('takes a place some km off the coast, and none 60 km off', () => {
    expect(isIn(countries.get('IRN')!, [50.0, 37.55])).toBe(true);
    expect(isIn(countries.get('IRN')!, [50.0, 38.1])).toBe(false);
  });
});

describe('polygonsByCountry(land)', () => {
  const square = (west: number) => rectangle(west, 59, west + 2, 61);
  const feature = (id: string | undefined, geometry: Land['features'][number]['geometry']) =>
    ({ type: 'Feature', properties: {}, ...(id && { id }), geometry }) as const;

  const found = polygonsByCountry({
    type: 'FeatureCollection',
    features: [
      feature('AAA', { type: 'Polygon', coordinates: [square(0)] }),
      feature(undefined, { type: 'Polygon', coordinates: [square(4)] }),
      feature('BBB', { type: 'MultiPolygon', coordinates: [[square(8)], [square(12)]] }),
      feature('AAA', { type: 'Polygon', coordinates: [square(177.5)] }),
      feature('AAA', { type: 'Polygon', coordinates: [square(-179.5)] })
    ]
  });

  it('joins all features of a country, and leaves out land that has no code', () => {
    expect([...found.keys()]).toEqual(['AAA', 'BBB']);
    expect(found.get('AAA')).toEqual([[square(0)], [square(177.5)], [square(-179.5)]]);
    expect(found.get('BBB')).toEqual([[square(8)], [square(12)]]);
  });

  it.each([
    ['west', [0 - 24 / 55.8, 60], [0 - 26 / 55.4, 60]],
    ['east', [2 + 24 / 55.8, 60], [2 + 26 / 55.4, 60]],
    ['south', [1, 59 - 24 / 111.2], [1, 59 - 26 / 111.2]],
    ['north', [1, 61 + 24 / 111.2], [1, 61.008 + 26 / 111.2]]
  ] as const)('lets a place lie 24 km off its country, not 26: to the %s', (_, near, far) => {
    expect(isIn(found.get('AAA')!, near)).toBe(true);
    expect(isIn(found.get('AAA')!, far)).toBe(false);
    expect(isIn(found.get('BBB')!, near)).toBe(false);
  });

  it('lets a place lie off its country across the date line, from both sides', () => {
    expect(isIn([[square(178)]], [-179.9, 60])).toBe(true);
    expect(isIn([[square(-180)]], [179.9, 60])).toBe(true);
  });

  it('finds the country at a point of any of its polygons', () => {
    expect([1, 5, 9, 13, 178].map((lng) => countryAt(found, [lng, 60]))).toEqual([
      'AAA',
      null,
      'BBB',
      'BBB',
      'AAA'
    ]);
  });
});

describe('countryAt(countries, lngLat)', () => {
  it('returns the code of the country, or null at sea', () => {
    expect(countryAt(countries, [51.389, 35.6892])).toBe('IRN');
    expect(countryAt(countries, [51, 41])).toBeNull();
  });
});
