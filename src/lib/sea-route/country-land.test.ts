import { describe, expect, it } from 'vitest';
import { readWorld } from '../../cli/read-stories.ts';
import { countryAt, isIn, polygonsByCountry } from './country-land.ts';

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

describe('countryAt(countries, lngLat)', () => {
  it('returns the code of the country, or null at sea', () => {
    expect(countryAt(countries, [51.389, 35.6892])).toBe('IRN');
    expect(countryAt(countries, [51, 41])).toBeNull();
  });
});
