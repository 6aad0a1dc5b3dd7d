import { describe, expect, it } from 'vitest';
import type { GeometryCollection, MultiLineString } from 'topojson-specification';
import { linesByOwner } from './lines-by-owner.ts';

const areas: GeometryCollection = {
  type: 'GeometryCollection',
  geometries: [
    { type: 'Polygon', id: 'IRN', arcs: [[0, 1]] },
    { type: 'MultiPolygon', id: 'OMN', arcs: [[[~2, ~1]], [[4]]] },
    { type: 'Polygon', arcs: [[5]] }
  ]
};
const coast = (arcs: number[][]): MultiLineString => ({ type: 'MultiLineString', arcs });

describe('linesByOwner(lines, areas)', () => {
  it('gives each area the lines on its edge, whichever way they run', () => {
    const found = linesByOwner(coast([[0], [2], [~4]]), areas);
    expect([...found].map(([id, { arcs }]) => [id, arcs])).toEqual([
      ['IRN', [[0]]],
      ['OMN', [[2], [~4]]]
    ]);
  });

  it('cuts a line where it passes from one area to the next, and joins it where it stays', () => {
    const found = linesByOwner(coast([[2, 4, 0, 2]]), areas);
    expect(found.get('OMN')!.arcs).toEqual([[2, 4], [2]]);
    expect(found.get('IRN')!.arcs).toEqual([[0]]);
  });

  it('has what bounds no area, or one without an id, under no name', () => {
    expect(linesByOwner(coast([[5], [9]]), areas).get('')!.arcs).toEqual([[5], [9]]);
  });
});
