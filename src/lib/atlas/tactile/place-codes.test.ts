import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../story/story.ts';
import { placeCodes } from './place-codes.ts';

const codesOf = (...names: string[]) => [
  ...placeCodes({
    places: names.map((name, i) => ({ id: String(i), name }))
  } as unknown as Story).values()
];

describe('placeCodes(story)', () => {
  it('is the first letter and one that tells the name from those before', () => {
    expect(codesOf('Moscow', 'Tehran', 'Montreal', 'Mo')).toEqual(['mo', 'te', 'mn', 'ma']);
    expect(codesOf('Île', 'Al-Ula')).toEqual(['il', 'al']);
  });

  it('has letters for names in other scripts', () => {
    expect(codesOf('Москва', 'تهران')).toEqual(['aa', 'ab']);
  });

  it('is two letters, and no two are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 60 }), (names) => {
        const codes = codesOf(...names);
        expect(new Set(codes).size).toBe(names.length);
        expect(codes.every((code) => /^[a-z]{2}$/.test(code))).toBe(true);
      })
    );
  });
});
