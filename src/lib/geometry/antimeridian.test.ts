import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutAtAntimeridian } from './antimeridian.ts';

const cut = (...coordinates: Position[][]): Position[][][] =>
  cutAtAntimeridian({ type: 'Polygon', coordinates }).coordinates;

describe('cutAtAntimeridian(geometry)', () => {
  it('leaves a polygon that stays on one side as it is', () => {
    const square = [
      [10, 0],
      [20, 0],
      [20, 10],
      [10, 10],
      [10, 0]
    ];
    expect(cut(square)).toEqual([[square]]);
  });

  it('cuts a polygon that crosses into one on either side', () => {
    const parts = cut([
      [170, 0],
      [-170, 0],
      [-170, 10],
      [170, 10],
      [170, 0]
    ]);
    const widths = parts.map(([outer]) => {
      const lngs = outer!.map(([lng]) => lng!);
      return [Math.min(...lngs), Math.max(...lngs)];
    });
    expect(widths).toEqual([
      [170, 180],
      [-180, -170]
    ]);
  });

  it('closes a ring that goes round the world through its pole', () => {
    const parts = cut([
      [-180, -70],
      [-60, -75],
      [60, -75],
      [179, -72],
      [-180, -70]
    ]);
    expect(parts.flat(2)).toContainEqual([-180, -90]);
    expect(parts.flat(2).every(([lng]) => Math.abs(lng!) <= 180)).toBe(true);
  });

  it('drops a ring that is no more than the pole', () => {
    const land = [
      [0, -80],
      [10, -80],
      [10, -70],
      [0, -80]
    ];
    const pole = [
      [0, -90],
      [90, -90],
      [180, -90],
      [0, -90]
    ];
    expect(cut(land, pole)).toEqual([[land]]);
  });
});
