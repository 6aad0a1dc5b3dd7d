import { describe, expect, it } from 'vitest';
import { readWorld } from '../../../cli/read-stories.ts';
import { CountryCheck } from './country-check.ts';

const countries = new CountryCheck(readWorld());

describe('new CountryCheck(world).oddityOf(place)', () => {
  it.each([
    ['Georgetown, Ascension', 'SHN', [-14.37, -7.97]],
    ['Stanley', 'FLK', [-57.85, -51.7]],
    ['Grytviken', 'SGS', [-36.51, -54.28]],
    ['Gibraltar', 'GIB', [-5.35, 36.14]],
    ['Diego Garcia', 'IOT', [72.42, -7.32]],
    ['Wake Island', 'UMI', [166.62, 19.28]],
    ['Fakaofo', 'TKL', [-171.24, -9.38]],
    ['Funafuti', 'TUV', [179.2, -8.52]],
    ['Bouvet Island', 'BVT', [3.38, -54.42]],
    ['Saba', 'BES', [-63.23, 17.63]],
    ['Trindade', 'BRA', [-29.32, -20.51]],
    ['Senkaku Islands', 'JPN', [123.47, 25.745]],
    ['Cayenne, by its state', 'FRA', [-52.33, 4.92]],
    ['Longyearbyen, by its state', 'NOR', [15.63, 78.22]],
    ['the South Pole', 'ATA', [0, -90]],
    ['a ship', null, [-61.42, -55.4]]
  ] as const)('takes %s', (_, country, lngLat) => {
    expect(countries.oddityOf({ country, lngLat })).toBe(null);
  });

  it.each([
    ['at sea, off its country', 'ARG', [-61.42, -55.4], 'at sea'],
    ['in land that is contested', 'ARG', [-57.85, -51.7], 'in FLK'],
    ['in land that is contested', 'RUS', [33.52, 44.6], 'in UKR'],
    ['on a rock that is contested', 'JPN', [131.867, 37.24], 'in KOR']
  ] as const)('finds a place odd %s (%s)', (_, country, lngLat, where) => {
    const oddity = countries.oddityOf({ country, lngLat })!;
    expect(oddity.surely).toBe(false);
    expect(oddity.words.expected).toContain('should');
    expect(oddity.words.got).toContain(where);
  });

  it.each([
    ['swapped', 'FLK', [-51.7, -57.85], 'swapped'],
    ['inland elsewhere', 'RUS', [51.39, 35.69], 'swapped'],
    ['inland elsewhere', 'DEU', [2.35, 48.86], 'in FRA'],
    ['a continent off', 'FRA', [-57.85, -51.7], 'in FLK'],
    ['an ocean off', 'ESP', [-40, 10], 'at sea'],
    ['inland, though it says at sea', null, [37.6, 55.75], 'in RUS']
  ] as const)('finds a place surely wrong that is %s (%s)', (_, country, lngLat, where) => {
    const oddity = countries.oddityOf({ country, lngLat })!;
    expect(oddity.surely).toBe(true);
    expect(oddity.words.expected).toContain('must');
    expect(oddity.words.got).toContain(where);
  });
});
