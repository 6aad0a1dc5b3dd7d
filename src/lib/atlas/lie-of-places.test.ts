import { describe, expect, it } from 'vitest';
import { lieOfCountry, lieOfPlaces } from './lie-of-places.ts';

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

describe('lieOfCountry(country)', () => {
  const syria = { name: 'Syria', label: [38.5, 35] } as const;
  const turkey = { name: 'Turkey', label: [35, 39] } as const;
  const iraq = { name: 'Iraq', label: [43.5, 33] } as const;
  const lebanon = { name: 'Lebanon', label: [35.8, 33.9] } as const;
  const far = { name: 'Utopia', label: [38, 45] } as const;

  it('says between which neighbours it lies', () => {
    expect(lieOfCountry({ ...syria, neighbours: [iraq, lebanon, turkey, far] })).toBe(
      'Syria lies between Turkey and Utopia in the north, Iraq in the east and Lebanon in the west.'
    );
  });

  it('says what it borders on where all is on one side', () => {
    expect(lieOfCountry({ ...syria, neighbours: [iraq] })).toBe(
      'Syria borders on Iraq in the east.'
    );
  });

  it('says nothing where a neighbour lies on no one side', () => {
    const around = { name: 'Around', label: [38.6, 35.1] } as const;
    expect(lieOfCountry({ ...syria, neighbours: [iraq, around] })).toBe('');
  });

  it('says nothing of an island, nor of a country with very many neighbours', () => {
    expect(lieOfCountry({ ...syria, neighbours: [] })).toBe('');
    expect(lieOfCountry({ ...syria, neighbours: Array(8).fill(iraq) as (typeof iraq)[] })).toBe('');
  });
});
