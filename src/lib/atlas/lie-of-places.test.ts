import { describe, expect, it } from 'vitest';
import { lieOfPlaces } from './lie-of-places.ts';

const moscow = { name: 'Moscow', lngLat: [37.62, 55.75] } as const;
const tehran = { name: 'Tehran', lngLat: [51.39, 35.69] } as const;
const damascus = { name: 'Damascus', lngLat: [36.29, 33.51] } as const;
const beirut = { name: 'Beirut', lngLat: [35.5, 33.89] } as const;
const suva = { name: 'Suva', lngLat: [178.44, -18.14] } as const;
const apia = { name: 'Apia', lngLat: [-171.76, -13.83] } as const;

describe('lieOfPlaces(places, lang)', () => {
  it('says of each place how far and which way it lies from the one before', () => {
    expect(lieOfPlaces([moscow, tehran, damascus], 'en')).toBe(
      'Tehran lies some 2,500 km south-east of Moscow, Damascus some 1,400 km west of Tehran.'
    );
  });

  it('is finer the nearer they are', () => {
    expect(lieOfPlaces([damascus, beirut], 'en')).toBe(
      'Beirut lies some 80 km north-west of Damascus.'
    );
  });

  it('goes the short way over the date line', () => {
    expect(lieOfPlaces([suva, apia], 'en')).toBe('Apia lies some 1,200 km north-east of Suva.');
  });

  it('says nothing of a place alone, and no more than can be kept in mind', () => {
    expect(lieOfPlaces([moscow], 'en')).toBe('');
    expect(lieOfPlaces([moscow, tehran, damascus, beirut, suva], 'en')).not.toContain('Suva');
  });
});
