import { describe, expect, it } from 'vitest';
import type { GeometryCollection, MultiLineString } from 'topojson-specification';
import { outlineOf } from './outline-of.ts';

/** Three countries in a row: arcs 0, 2 and 4 are coasts, 1 and 3 the borders between them. */
const areas: GeometryCollection = {
  type: 'GeometryCollection',
  geometries: [
    { type: 'Polygon', id: 'PRT', arcs: [[0, 1]] },
    { type: 'MultiPolygon', id: 'ESP', arcs: [[[~1, 2, 3]]] },
    { type: 'Polygon', id: 'FRA', arcs: [[4, ~3]] }
  ]
};
const coast: MultiLineString = { type: 'MultiLineString', arcs: [[0, 2, 4]] };
const borders: GeometryCollection = {
  type: 'GeometryCollection',
  geometries: [
    { type: 'LineString', arcs: [1] },
    { type: 'MultiLineString', arcs: [[3]] }
  ]
};
const of = (...ids: string[]) => outlineOf([coast, borders], areas, new Set(ids)).arcs;

describe('outlineOf(lines, areas, ids)', () => {
  it('has the coasts of all areas and their borders with others, not those between them', () => {
    expect(of('PRT', 'ESP')).toEqual([[0, 2], [3]]);
    expect(of('ESP')).toEqual([[2], [1], [3]]);
  });

  it('cuts a line where it leaves the areas', () => {
    expect(of('PRT', 'FRA')).toEqual([[0], [4], [1], [3]]);
  });

  it('is empty for areas that there are none of', () => {
    expect(of('AND')).toEqual([]);
  });
});
