import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import { coarseCollection, fineCollection, reliefBounds, waterCollection } from './geo-sources.ts';

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
    groups: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: 'GCC', arcs: [[0]] }]
    },
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
      { kind: 'border', class: 'disputed' },
      { kind: 'group', id: 'GCC' }
    ]);
  });
});

describe('fineCollection(fine, coarse)', () => {
  it('is the theatre with the rim of the coarse world around it', () => {
    const { rim, ...objects } = coarse.objects;
    const ids = propertiesOf(
      fineCollection({ ...coarse, objects }, { ...coarse, objects: { rim: rim! } })
    ).map(({ id }) => id);
    expect(ids).toEqual(['USA', 'RUS', 'RUS', undefined, 'GCC']);
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
