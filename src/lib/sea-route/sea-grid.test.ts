import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../story/story.ts';
import type { Land } from './country-land.ts';
import { landOf, rectangle } from './fixtures.ts';
import { cellAt, makeSeaGrid, middleOf, walkCells, type Box } from './sea-grid.ts';

const box: Box = { west: 0, south: 0, east: 11, north: 9 };

/** The clearance of each cell of 1°, a line for each row, the north above. */
function picture(land: Land, around: Box = box): string[] {
  const { columns, rows, clearance } = makeSeaGrid(land, around, 1);
  return Array.from({ length: rows }, (_, i) =>
    clearance.slice((rows - 1 - i) * columns, (rows - i) * columns).join('')
  );
}

describe('makeSeaGrid(land, box, cell)', () => {
  it('counts from each cell the steps to the nearest that land touches, five at most', () => {
    expect(picture(landOf([rectangle(2.2, 3.2, 3.8, 4.8)]))).toEqual([
      '44444444555',
      '33333334555',
      '22222234555',
      '21111234555',
      '21001234555',
      '21001234555',
      '21111234555',
      '22222234555',
      '33333334555'
    ]);
  });

  it('leaves a lake its water', () => {
    const lake = rectangle(3.5, 2.5, 7.5, 6.5);
    expect(picture(landOf([rectangle(1.2, 1.2, 9.8, 7.8), lake]))).toEqual([
      '11111111111',
      '10000000001',
      '10000000001',
      '10001110001',
      '10001210001',
      '10001110001',
      '10000000001',
      '10000000001',
      '11111111111'
    ]);
  });

  it('gives the same picture of the same land, wherever it lies and however fine the cells', () => {
    const triangle = (west: number, south: number, size: number): Land =>
      landOf([
        [
          [west + 1.5 * size, south + 1.5 * size],
          [west + 9.5 * size, south + 1.5 * size],
          [west + 5.5 * size, south + 7.5 * size],
          [west + 1.5 * size, south + 1.5 * size]
        ]
      ]);
    const there = { west: 40, south: 20, east: 42.75, north: 22.25 };
    const { clearance, columns, rows } = makeSeaGrid(triangle(40, 20, 0.25), there, 0.25);
    expect([columns, rows]).toEqual([11, 9]);
    expect(clearance).toEqual(makeSeaGrid(triangle(0, 0, 1), box, 1).clearance);
  });

  it('knows a country of several polygons, as many countries of one', () => {
    const [west, east] = [[rectangle(1.2, 1.2, 2.8, 3.8)], [rectangle(7.2, 5.2, 8.8, 6.8)]];
    const country: Land = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: { type: 'MultiPolygon', coordinates: [west, east] }
        }
      ]
    };
    expect(picture(country)).toEqual(picture(landOf(west, east)));
  });

  it('takes slanting shores for land in every cell they pass', () => {
    const triangle = [
      [1.5, 1.5],
      [9.5, 1.5],
      [5.5, 7.5],
      [1.5, 1.5]
    ];
    expect(picture(landOf([triangle]))).toEqual([
      '33221112233',
      '32211011223',
      '32110001123',
      '22100000122',
      '21100000112',
      '11000000011',
      '10000000001',
      '10000000001',
      '11111111111'
    ]);
  });

  it('sees a spit that is thinner than a cell', () => {
    expect(picture(landOf([rectangle(2.2, 4.6, 8.6, 4.7)]))[4]).toBe('21000000012');
  });

  it('knows land that only partly lies in the box, or that spans it', () => {
    const corners = picture(landOf([rectangle(-5, -5, 1.5, 1.5)], [rectangle(9.5, 7.5, 20, 20)]));
    expect(corners).toEqual([
      '55555432100',
      '55555432100',
      '55555432111',
      '44444432222',
      '33333433333',
      '22223444444',
      '11123455555',
      '00123455555',
      '00123455555'
    ]);
    expect(picture(landOf([rectangle(4.2, -20, 5.8, 20)]))).toEqual(Array(9).fill('43210012345'));
    const belt = picture(landOf([rectangle(-30, 3.2, 30, 4.8)]));
    expect(belt.map(([first]) => first)).toEqual([...'432100123']);
    expect(new Set(belt.flatMap((line) => new Set(line).size))).toEqual(new Set([1]));
  });

  it('leaves out what lies outside the box', () => {
    const around = landOf(
      [rectangle(-5, -5, -1, 20)],
      [rectangle(12, 0, 13, 9)],
      [rectangle(0, 10, 11, 12)],
      [rectangle(0, -4, 11, -1)]
    );
    expect(picture(around)).toEqual(Array(9).fill('55555555555'));
  });

  it('finds land on the other side of the date line', () => {
    const both = landOf([rectangle(-179.8, 3.2, -177.2, 4.8)], [rectangle(173.2, 3.2, 174.8, 4.8)]);
    expect(picture(both, { west: 172, south: 0, east: 183, north: 9 })[4]).toBe('10012321000');
    const east = landOf([rectangle(177.2, 3.2, 179.8, 4.8)]);
    expect(picture(east, { west: -186, south: 0, east: -175, north: 9 })[4]).toBe('32100012345');
  });
});

describe('middleOf(grid, index), cellAt(grid, point)', () => {
  const grid = makeSeaGrid(landOf(), { west: 170, south: -10, east: 195, north: 10 }, 0.7);

  it('agree on every cell', () => {
    expect(middleOf(grid, 0)).toEqual([170.35, -9.65]);
    for (const index of grid.clearance.keys()) {
      expect(cellAt(grid, middleOf(grid, index))).toBe(index);
    }
  });

  it('gives −1 on every side outside the grid', () => {
    for (const point of [
      [169.9, 0],
      [195.9, 0],
      [180, -10.1],
      [180, 10.9]
    ] as const) {
      expect(cellAt(grid, point)).toBe(-1);
    }
  });
});

describe('walkCells(grid, from, to, visit)', () => {
  const grid = makeSeaGrid(landOf(), box, 1);
  // Never on a side of a cell, where a line touches the cells of both.
  const hundredths = (max: number) => fc.integer({ min: 0, max }).map((n) => n / 100 + 0.005);
  const inBox = fc.tuple(hundredths(1099), hundredths(899));

  function cells(from: LngLat, to: LngLat): number[] {
    const walked: number[] = [];
    walkCells(grid, from, to, (index) => walked.push(index) > 0);
    return walked;
  }

  it('goes from the first cell to the last by shared sides, all of them on the line', () => {
    fc.assert(
      fc.property(inBox, inBox, (from, to) => {
        const walked = cells(from, to);
        expect(walked[0]).toBe(cellAt(grid, from));
        expect(walked.at(-1)).toBe(cellAt(grid, to));
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        for (const [i, index] of walked.entries()) {
          const [x, y] = middleOf(grid, index);
          // The line passes a square where it parts its corners, or touches one.
          const fromLine = Math.abs((x - from[0]) * dy - (y - from[1]) * dx);
          expect(fromLine).toBeLessThanOrEqual((Math.abs(dx) + Math.abs(dy)) / 2 + 1e-9);
          if (i > 0) expect([1, 11]).toContain(Math.abs(index - walked[i - 1]!));
        }
      })
    );
  });

  it('passes the cells in order, straight and slanting', () => {
    expect(cells([1.5, 2.5], [4.5, 2.5])).toEqual([23, 24, 25, 26]);
    expect(cells([4.5, 2.5], [1.5, 2.5])).toEqual([26, 25, 24, 23]);
    expect(cells([1.5, 4.5], [1.5, 2.5])).toEqual([45, 34, 23]);
    expect(cells([0.5, 0.2], [2.5, 1.2])).toEqual([0, 1, 2, 13]);
    expect(cells([2.5, 1.2], [0.5, 0.2])).toEqual([13, 2, 1, 0]);
    expect(cells([3.5, 3.5], [3.6, 3.6])).toEqual([36]);
  });

  it('names what lies outside the grid −1', () => {
    expect(cells([-1.5, 0.5], [1.5, 0.5])).toEqual([-1, -1, 0, 1]);
    expect(cells([9.5, 8.5], [12.5, 8.5])).toEqual([97, 98, -1, -1]);
    expect(cells([0.5, -0.5], [0.5, 0.5])).toEqual([-1, 0]);
    expect(cells([0.5, 8.5], [0.5, 9.5])).toEqual([88, -1]);
  });

  it('stops where the visit asks it to', () => {
    const walked: number[] = [];
    walkCells(grid, [0.5, 0.5], [9.5, 0.5], (index) => {
      walked.push(index);
      return index < 2;
    });
    expect(walked).toEqual([0, 1, 2]);
  });
});
