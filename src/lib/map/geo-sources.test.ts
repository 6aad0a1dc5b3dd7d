import type { MultiLineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import {
  coarseCollection,
  coarseOutlines,
  fineCollection,
  reliefBounds,
  waterCollection
} from './geo-sources.ts';

/** A triangle of land with its border, cut in a rim and a theatre. */
const coarse: Topology = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0]
    ]
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: 'RUS', arcs: [[0]] }, { type: null } as never]
    },
    borders: {
      type: 'GeometryCollection',
      geometries: [{ type: 'LineString', properties: { class: 'disputed' }, arcs: [0] }]
    },
    coast: { type: 'MultiLineString', arcs: [[0]] },
    rim: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'USA', arcs: [[0]] }] }
  }
};

const propertiesOf = ({ features }: ReturnType<typeof coarseCollection>) =>
  features.map(({ properties }) => properties);

describe('coarseCollection(coarse)', () => {
  it('has the kinds, ids and classes that the style goes by, and no empty shapes', () => {
    expect(propertiesOf(coarseCollection(coarse))).toEqual([
      { kind: 'land', id: 'RUS' },
      { kind: 'coast', id: 'RUS' },
      { kind: 'border', class: 'disputed' }
    ]);
  });
});

describe('coarseOutlines(coarse, groups)', () => {
  it('has the outline of each group by its id, empty where it has no land', () => {
    const { features } = coarseOutlines(coarse, { CIS: ['RUS'], GCC: ['SAU'] });
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'group', id: 'CIS' },
      { kind: 'group', id: 'GCC' }
    ]);
    expect(
      features.map(({ geometry }) => (geometry as MultiLineString).coordinates.length)
    ).toEqual([2, 0]);
  });
});

describe('fineCollection(fine, coarse)', () => {
  it('is the theatre with the rim of the coarse world around it', () => {
    const { rim, ...objects } = coarse.objects;
    const ids = propertiesOf(
      fineCollection({ ...coarse, objects }, { ...coarse, objects: { rim: rim! } })
    ).map(({ id }) => id);
    expect(ids).toEqual(['USA', 'RUS', 'RUS', undefined]);
  });
});

describe('waterCollection(water)', () => {
  it('is empty where there is no water', () => {
    expect(waterCollection(coarse).features).toEqual([]);
  });
});

describe('reliefBounds(json, url)', () => {
  it('is what the file says', () => {
    expect(reliefBounds({ bounds: [5, 8, 78, 62] }, '/geo/relief.json')).toEqual([5, 8, 78, 62]);
  });

  it('says what it got instead', () => {
    expect(() => reliefBounds({ bounds: [5] }, '/geo/relief.json')).toThrow(
      '/geo/relief.json: bounds must be four numbers, got [5]'
    );
  });
});
