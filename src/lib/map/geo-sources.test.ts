import type { MultiLineString } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import {
  coarseCollection,
  coarseOutlines,
  fineCollection,
  fineOutlines,
  waterCollection
} from './geo-sources.ts';

/** A triangle of land with its border. */
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
      geometries: [{ type: 'MultiLineString', properties: { class: 'disputed' }, arcs: [[0]] }]
    },
    coast: { type: 'MultiLineString', arcs: [[0]] }
  }
};

/** Finer land under a mask of this width and height from (0, 0). */
function fineUnderMask(size: number): Topology {
  const corner: [number, number][] = [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0]
  ];
  return {
    ...coarse,
    arcs: [...coarse.arcs, corner],
    objects: {
      countries: coarse.objects.countries!,
      mask: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[1]] }] }
    }
  };
}

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

describe('fineOutlines(fine, coarse, groups)', () => {
  it('has the outline on both levels, the coarse one only where no mask hides it', () => {
    const sizes = (size: number) =>
      fineOutlines(fineUnderMask(size), coarse, { CIS: ['RUS'] }).features.map(
        ({ geometry }) => (geometry as MultiLineString).coordinates.length
      );
    expect(sizes(0.4)).toEqual([2, 0]);
    expect(sizes(2)).toEqual([0]);
  });
});

describe('fineCollection(fine, coarse)', () => {
  it('has finer land over a mask, coarse land beneath that, and coarse lines around it', () => {
    const { features } = fineCollection(fineUnderMask(0.4), coarse);
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'rim', id: 'RUS' },
      { kind: 'mask' },
      { kind: 'land', id: 'RUS' },
      { kind: 'coast', id: 'RUS' },
      { kind: 'border', class: 'disputed' }
    ]);
    const [coast] = features.filter(({ properties: { kind } }) => kind === 'coast');
    expect(coast!.geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [0.4, 0],
          [1, 0],
          [0, 1],
          [0, 0.4]
        ]
      ]
    });
  });

  it('has nothing coarse where the mask hides it', () => {
    expect(propertiesOf(fineCollection(fineUnderMask(2), coarse))).toEqual([
      { kind: 'mask' },
      { kind: 'land', id: 'RUS' }
    ]);
  });
});

describe('waterCollection(water)', () => {
  it('is empty where there is no water', () => {
    expect(waterCollection(coarse).features).toEqual([]);
  });
});
