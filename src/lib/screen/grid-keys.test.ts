import { describe, expect, it } from 'vitest';
import { tileAfterKey } from './grid-keys.ts';

/** Two sections: four tiles in rows of three, then two tiles below a heading. */
const tiles = [
  ...[0, 110, 220].map((left) => ({ left, top: 50, width: 100 })),
  { left: 0, top: 151, width: 100 },
  ...[0, 110].map((left) => ({ left, top: 320, width: 100 }))
];
const after = (key: string, from: number) => tileAfterKey(key, tiles, from);

describe('tileAfterKey(key, tiles, from)', () => {
  it('goes to the left and right through all rows', () => {
    expect(after('ArrowRight', 2)).toBe(3);
    expect(after('ArrowLeft', 3)).toBe(2);
  });

  it('goes up and down to the nearest tile of the next row, over headings too', () => {
    expect(after('ArrowDown', 2)).toBe(3);
    expect(after('ArrowDown', 3)).toBe(4);
    expect(after('ArrowUp', 5)).toBe(3);
    expect(after('ArrowUp', 3)).toBe(0);
  });

  it('goes to the first and to the last tile', () => {
    expect(after('Home', 3)).toBe(0);
    expect(after('End', 0)).toBe(5);
  });

  it('ends at the edges', () => {
    expect(after('ArrowLeft', 0)).toBeNull();
    expect(after('ArrowRight', 5)).toBeNull();
    expect(after('ArrowUp', 1)).toBeNull();
    expect(after('ArrowDown', 5)).toBeNull();
    expect(tileAfterKey('End', [], 0)).toBeNull();
  });

  it('leaves other keys, and a focus that is on no tile, alone', () => {
    expect(after('o', 0)).toBeNull();
    expect(after('ArrowDown', -1)).toBeNull();
  });
});
