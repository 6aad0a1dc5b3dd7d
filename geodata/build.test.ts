import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../src/lib/geometry/outline-of.ts';
import type { Gazetteer } from '../src/lib/story/gazetteer.ts';
import type { Level } from './level.ts';
import { readPackageJson } from './package-file.ts';

// These tests check the files of static/geo, which readers load, not the recipes.

const bytesOf = (name: string): Buffer =>
  readFileSync(new URL(`../static/geo/${name}`, import.meta.url));
const parse = <T>(name: string): T => JSON.parse(bytesOf(name).toString('utf8')) as T;

const coarse = parse<Level>('world-coarse.json');
const fine = parse<Level>('theatre-fine.json');
const gazetteer = parse<Gazetteer>('gazetteer.json');

/** The codes of ISO 3166-1 alpha-3, from the CLDR without those that ISO leaves to its users. */
const { codeMappings } = readPackageJson<{
  supplemental: { codeMappings: Record<string, { _numeric?: string; _alpha3?: string }> };
}>('cldr-core/supplemental/codeMappings.json').supplemental;
const { territoryAlias } = readPackageJson<{
  supplemental: { metadata: { alias: { territoryAlias: Record<string, unknown> } } };
}>('cldr-core/supplemental/aliases.json').supplemental.metadata.alias;
const isoCodes = Object.entries(codeMappings).flatMap(([alpha2, { _numeric, _alpha3 }]) =>
  alpha2.length !== 2 || alpha2 in territoryAlias || /^(AA|EU|Q[M-Z]|X.|ZZ)$/.test(alpha2)
    ? []
    : _numeric && _alpha3
      ? [_alpha3]
      : []
);

type Area = Feature<Polygon | MultiPolygon>;

function areasOf(level: Level, object: string): Area[] {
  return feature(level, level.objects[object] as GeometryCollection).features as Area[];
}

function idsAt(areas: readonly Area[], at: Position): string[] {
  return areas.filter((area) => booleanPointInPolygon(at, area)).map(({ id }) => String(id));
}

function segmentsOf(level: Level, object: string): [Position, Position][] {
  const found = feature(level, level.objects[object]!);
  const features = found.type === 'Feature' ? [found] : found.features;
  return (features as Feature<MultiLineString>[]).flatMap(({ geometry }) =>
    geometry.coordinates.flatMap((line) =>
      line.slice(1).map((to, i): [Position, Position] => [line[i]!, to])
    )
  );
}

const towns: [name: string, at: Position, country: string, contested: string | null][] = [
  ['Simferopol', [34.1, 44.95], 'UKR', 'crimea'],
  ['Kherson', [32.6, 46.66], 'UKR', null],
  ['Donetsk', [37.8, 48.0], 'UKR', null],
  ['Majdal Shams', [35.77, 33.265], 'SYR', 'golan'],
  ['Damascus', [36.29, 33.51], 'SYR', null],
  ['Tiberias', [35.53, 32.79], 'ISR', null],
  ['Tel Aviv', [34.8, 32.07], 'ISR', null],
  ['Ramallah', [35.2, 31.9], 'PSE', 'palestinian-territory'],
  ['Gaza', [34.44, 31.48], 'PSE', 'palestinian-territory'],
  ['Sukhumi', [41.05, 43.02], 'GEO', 'abkhazia'],
  ['Tskhinvali', [43.97, 42.23], 'GEO', 'south-ossetia'],
  ['Tbilisi', [44.8, 41.7], 'GEO', null],
  ['Kyrenia', [33.32, 35.31], 'CYP', 'northern-cyprus'],
  ['Limassol', [33.05, 34.72], 'CYP', null],
  ['Stepanakert', [46.75, 39.82], 'AZE', 'nagorno-karabakh'],
  ['Nakhchivan', [45.41, 39.21], 'AZE', null],
  ['Yerevan', [44.5, 40.18], 'ARM', null],
  ['Pristina', [21.16, 42.66], 'XKX', null],
  ['Tiraspol', [29.6, 46.84], 'MDA', null],
  ['Hargeisa', [44.06, 9.56], 'SOM', null],
  ['Manama', [50.56, 26.15], 'BHR', null],
  ['Moscow', [37.62, 55.75], 'RUS', null],
  ['Tehran', [51.39, 35.69], 'IRN', null],
  ['Lausanne', [6.63, 46.55], 'CHE', null]
];

describe.each([
  ['world-coarse.json', coarse],
  ['theatre-fine.json', fine]
])('%s', (_, level) => {
  const countries = areasOf(level, 'countries');
  const contested = areasOf(level, 'contested');

  it.each(towns)('has %s in the country that the policy says', (_town, at, country, area) => {
    expect(idsAt(countries, at)).toEqual([country]);
    expect(idsAt(contested, at)).toEqual(area ? [area] : []);
  });

  it('leaves the Caspian and the Persian Gulf open', () => {
    expect(idsAt(countries, [51, 42])).toEqual([]);
    expect(idsAt(countries, [51.4, 27])).toEqual([]);
  });

  it('has every border and coast on the edge of a country, so that any of them can be outlined', () => {
    const areas = level.objects['countries'] as GeometryCollection;
    const lines = [level.objects['coast']!, level.objects['borders']!];
    const members = new Set(['BHR', 'KWT', 'OMN', 'QAT', 'SAU', 'ARE']);
    const { coordinates } = feature(level, outlineOf(lines, areas, members))
      .geometry as MultiLineString;
    const near = (at: Position) =>
      coordinates.some((line) =>
        line.some(([lng, lat]) => Math.hypot(lng! - at[0]!, lat! - at[1]!) < 0.35)
      );
    // Of Saudi Arabia: its borders with Jordan, Iraq and Yemen, and its coast; not those with the Emirates and Oman.
    for (const at of [
      [37, 31.5],
      [44.7, 29.2],
      [44.3, 17.4],
      [38.5, 23.6]
    ])
      expect(near(at), String(at)).toBe(true);
    for (const at of [
      [55.1, 22.6],
      [55.6, 20.5]
    ])
      expect(near(at), String(at)).toBe(false);
  });

  it('has one set of lines for each class of border', () => {
    const { geometries } = level.objects['borders'] as GeometryCollection;
    expect(geometries.map(({ properties }) => properties)).toEqual([
      { class: 'recognised' },
      { class: 'disputed' },
      { class: 'line-of-control' }
    ]);
  });

  it('draws no segment twice', () => {
    const keys = [...segmentsOf(level, 'borders'), ...segmentsOf(level, 'coast')].map((segment) =>
      segment.map(String).toSorted().join(' ')
    );
    expect(keys.length - new Set(keys).size).toBeLessThan(5); // slivers under one step of the grid
  });
});

describe('lines', () => {
  const runsAlong = (
    [a, b]: [Position, Position],
    axis: 0 | 1,
    edge: number,
    reach: number
  ): boolean => Math.abs(a[axis]! - edge) < reach && Math.abs(b[axis]! - edge) < reach;

  it('do not run along the antimeridian or the pole', () => {
    for (const object of ['borders', 'coast'])
      for (const segment of segmentsOf(coarse, object)) {
        expect(runsAlong(segment, 0, 180, 1e-6) || runsAlong(segment, 0, -180, 1e-6)).toBe(false);
        expect(runsAlong(segment, 1, -85, 1e-6)).toBe(false);
      }
  });

  it('do not run along the edge of the theatre', () => {
    const edges: [0 | 1, number][] = [
      [0, 5],
      [0, 78],
      [1, 8],
      [1, 62]
    ];
    for (const object of ['borders', 'coast'])
      for (const segment of segmentsOf(fine, object))
        for (const [axis, edge] of edges) {
          const long = Math.hypot(segment[0][0]! - segment[1][0]!, segment[0][1]! - segment[1][1]!);
          if (long > 0.02) expect(runsAlong(segment, axis, edge, 0.003)).toBe(false);
        }
  });

  it('do not cross the world', () => {
    for (const object of ['borders', 'coast'])
      for (const [a, b] of segmentsOf(coarse, object))
        expect(Math.abs(a[0]! - b[0]!)).toBeLessThan(30);
  });
});

describe('the mask', () => {
  const mask = areasOf(fine, 'mask');

  it('is the theatre, with land of both levels at its edges', () => {
    const at = (lng: number, lat: number) => booleanPointInPolygon([lng, lat], mask[0]!);
    expect([at(37.62, 55.75), at(5.1, 30), at(77.9, 55)]).toEqual([true, true, true]);
    expect([at(5.01, 25), at(77.99, 58), at(2.35, 48.85)]).toEqual([false, false, false]);
    for (const [lng, lat] of [
      [5.01, 25],
      [77.99, 58]
    ] as const) {
      for (const level of [coarse, fine])
        expect(idsAt(areasOf(level, 'countries'), [lng, lat])).not.toEqual([]);
    }
  });
});

describe('gazetteer.json', () => {
  const countries = new Map(areasOf(coarse, 'countries').map((area) => [String(area.id), area]));

  it('has an entry for every country on the map, and no other', () => {
    expect(Object.keys(gazetteer.countries).toSorted()).toEqual([...countries.keys()].toSorted());
  });

  it('has every code of ISO 3166-1', () => {
    const missing = isoCodes.filter((code) => !(code in gazetteer.countries));
    expect(isoCodes).toHaveLength(249);
    expect(missing).toEqual([]);
  });

  it('has land of its own for what Natural Earth has within a state', () => {
    for (const [code, at] of [
      ['GUF', [-53, 4]],
      ['REU', [55.5, -21.1]],
      ['SJM', [16.5, 78.7]],
      ['BES', [-68.27, 12.2]]
    ] as const)
      expect(booleanPointInPolygon([...at], countries.get(code)!), code).toBe(true);
    expect(gazetteer.countries['GUF']!.partOf).toBe('FRA');
    expect(gazetteer.countries['SJM']!.partOf).toBe('NOR');
    expect(gazetteer.countries['BVT']!.partOf).toBeUndefined();
  });

  it('has every label inside its own country', () => {
    const outside = Object.entries(gazetteer.countries).filter(
      ([code, { label }]) => !booleanPointInPolygon([...label], countries.get(code)!)
    );
    expect(outside.map(([code]) => code)).toEqual([]);
  });

  it('frames the main parts of a country', () => {
    expect(gazetteer.countries['FRA']!.bounds[0]).toBeGreaterThan(-6);
    expect(gazetteer.countries['NOR']!.bounds[3]).toBeLessThan(72);
    expect(gazetteer.countries['RUS']!.bounds[2]).toBeCloseTo(190.3, 0);
    expect(gazetteer.countries['FJI']!.bounds[2]).toBeGreaterThan(180);
    for (const { bounds } of Object.values(gazetteer.countries)) {
      expect(bounds[0]).toBeLessThan(bounds[2]);
      expect(bounds[1]).toBeLessThan(bounds[3]);
    }
  });

  it('has every neighbour of a country, each the other’s', () => {
    expect(gazetteer.countries['SYR']!.neighbours).toEqual(['IRQ', 'ISR', 'JOR', 'LBN', 'TUR']);
    expect(gazetteer.countries['JPN']!.neighbours).toEqual([]);
    for (const [code, { neighbours }] of Object.entries(gazetteer.countries))
      for (const other of neighbours)
        expect(gazetteer.countries[other]!.neighbours, other).toContain(code);
  });

  it('has names in all five languages for the countries of the theatre', () => {
    for (const code of ['RUS', 'IRN', 'SYR', 'ISR', 'PSE', 'SAU', 'UKR', 'USA'])
      expect(Object.keys(gazetteer.countries[code]!.names)).toEqual(['en', 'ru', 'fa', 'ar', 'he']);
    expect(gazetteer.countries['PSE']!.names.en).toBe('Palestinian territories');
  });

  it('has seas at sea', () => {
    const ashore = gazetteer.seas.filter(
      ({ at }) => idsAt([...countries.values()], [...at]).length
    );
    expect(ashore.map(({ id }) => id)).toEqual([]);
  });

  it('says what Arab states call the Persian Gulf', () => {
    const gulf = gazetteer.seas.find(({ id }) => id === 'persian-gulf')!;
    expect(gulf.names.en).toBe('Persian Gulf');
    expect(gulf.note).toContain('Arabian Gulf');
  });

  it('has a note for every hatched area, each inside it', () => {
    for (const area of areasOf(coarse, 'contested')) {
      const note = gazetteer.contested.find(({ id }) => id === area.id);
      expect(note?.form).toBe('hatched');
      expect(note?.note).toMatch(/\.$/);
      expect(booleanPointInPolygon([...note!.at], area)).toBe(true);
    }
  });

  it('has a note with its own extent for every contested area, in words alone', () => {
    const ids = gazetteer.contested.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, note, at, bounds } of gazetteer.contested) {
      const [west, south, east, north] = bounds;
      expect(note, id).toMatch(/^[A-Z].*\.$/);
      expect(at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north, id).toBe(true);
    }
  });

  it('notes Abu Musa and the Tunbs, and colours neither', () => {
    const notes = gazetteer.contested.filter(({ id }) => ['abu-musa', 'tunbs'].includes(id));
    expect(notes.map(({ form }) => form)).toEqual(['noted', 'noted']);
  });
});

describe('sizes, brotli', () => {
  it.each([
    ['world-coarse.json', 92_000],
    ['theatre-fine.json', 130_000],
    ['water.json', 36_000],
    ['gazetteer.json', 30_000],
    ['islets.json', 10_000],
    ['relief.webp', 100_000]
  ])('%s is under %i bytes', (name, limit) => {
    expect(brotliCompressSync(bytesOf(name)).length).toBeLessThan(limit);
  });
});
