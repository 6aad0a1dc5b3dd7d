import { describe, expect, it } from 'vitest';
import { aheadHash, baseAhead, geographyTiles, tileOfGeography } from './geography-tiles.ts';

const groups = { GCC: ['SAU', 'ARE'], 'a-b': [] };
const borders = [
  { id: 'kashmir', line: 'hidden', within: [73, 32.3, 80.5, 37.1], except: [] }
] as const;

describe('geographyTiles(part, address)', () => {
  it('is a template whose addresses can be read, whatever the base holds', () => {
    for (const base of [
      'https://maps.example.org/a b/geo',
      'http://localhost:1/geo?x=1&base=2#y',
      'https://maps.example.org/{z}/geo'
    ]) {
      for (const part of ['coarse', 'fine', 'water'] as const) {
        const fine = `${base}&fine.json`;
        const address = geographyTiles(part, { base, fine, groups, borders })
          .replace('{z}', '3')
          .replace('{x}', '5')
          .replace('{y}', '2');
        expect(address).not.toContain('{');
        const tile = { z: 3, x: 5, y: 2 };
        expect(tileOfGeography(address)).toEqual({ part, base, fine, groups, borders, ...tile });
      }
    }
  });
});

describe('tileOfGeography(url)', () => {
  it('names an address that it cannot read', () => {
    for (const url of [
      'geography://mars/1/0/0?base=x&fine=y&groups=%7B%7D&borders=%5B%5D',
      'geography://fine/1/0/0?base=x&groups=%7B%7D&borders=%5B%5D',
      'geography://fine/1/0/0',
      'geography://fine/1/0/0?base=x&fine=y&groups=%7B%7D',
      'geography://fine/{z}/0/0?base=x&fine=y&groups=%7B%7D&borders=%5B%5D',
      'https://fine/1/0/0?base=x&fine=y&groups=%7B%7D&borders=%5B%5D',
      ''
    ]) {
      expect(() => tileOfGeography(url)).toThrow(
        `${url}: expected geography://coarse, fine or water with /z/x/y, base, fine, groups and borders`
      );
    }
  });
});

describe('baseAhead(hash)', () => {
  it('reads what aheadHash(base) wrote, and nothing else', () => {
    for (const base of ['https://maps.example.org/a+b c/geo', '/geo?x=1&y=2#z']) {
      expect(baseAhead(aheadHash(base))).toBe(base);
    }
    expect(baseAhead('')).toBe(null);
    expect(baseAhead('#top')).toBe(null);
  });
});
