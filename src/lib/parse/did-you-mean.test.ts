import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './did-you-mean.ts';

describe('nearest(word, candidates)', () => {
  it.each([
    ['teheran', 'tehran'],
    ['MOSCOW', 'moscow'],
    ['shwo', 'show'],
    ['certianty', 'certainty']
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, ['moscow', 'tehran', 'show', 'certainty'])).toBe(meant);
  });

  it('returns null where nothing is near', () => {
    expect(nearest('vienna', ['moscow', 'tehran'])).toBeNull();
  });
});

describe('editDistance(a, b)', () => {
  it('is 0 for the same word only, and the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
      })
    );
  });
});
