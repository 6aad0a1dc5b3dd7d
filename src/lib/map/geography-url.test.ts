import { describe, expect, it } from 'vitest';
import { aheadHash, baseAhead, geographyUrl, partOfGeography } from './geography-url.ts';

describe('geographyUrl(part, base)', () => {
  it('can be read again, whatever the base holds', () => {
    for (const base of [
      'https://maps.example.org/a b/geo',
      'http://localhost:1/geo?x=1&base=2#y'
    ]) {
      for (const part of ['coarse', 'fine', 'water'] as const) {
        expect(partOfGeography(geographyUrl(part, base))).toEqual({ part, base });
      }
    }
  });
});

describe('partOfGeography(url)', () => {
  it('names an address that it cannot read', () => {
    for (const url of ['geography://mars?base=x', 'geography://fine', 'https://fine?base=x', '']) {
      expect(() => partOfGeography(url)).toThrow(
        `${url}: expected geography://coarse, fine or water with a base`
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
