import { describe, expect, it } from 'vitest';
import { everyCertainty } from '$lib/story/certainty-filter.ts';
import { certainties } from '$lib/story/story.ts';
import { countWords, filterWords, hiddenWords } from './filter-words.ts';

const found = (seen: number, all: number) => ({
  events: Array(seen).fill(null),
  all,
  noun: 'event' as const
});

describe('filterWords(filter)', () => {
  it('names what is shown, from the surest on', () => {
    expect(filterWords(new Set(['confirmed']))).toBe('only confirmed is shown');
    expect(filterWords(new Set(['planned', 'confirmed']))).toBe(
      'only confirmed and planned are shown'
    );
  });

  it('says nothing where all are shown', () => {
    expect(filterWords(everyCertainty)).toBe('');
    expect(filterWords(new Set(certainties))).toBe('');
  });
});

describe('hiddenWords(events)', () => {
  it('counts what is hidden, in whole sentences', () => {
    expect(hiddenWords(found(6, 9))).toBe('3 of 9 events on the map are hidden');
    expect(hiddenWords(found(8, 9))).toBe('1 of 9 events on the map is hidden');
    expect(hiddenWords(found(0, 1))).toBe('1 of 1 event on the map is hidden');
    expect(hiddenWords(found(4, 4))).toBe('none of 4 events on the map is hidden');
  });
});

describe('countWords(events)', () => {
  it('says how many there are to see, and of how many', () => {
    expect(countWords(found(9, 9))).toBe('9 events');
    expect(countWords(found(6, 9))).toBe('6 of 9 events');
    expect(countWords(found(1, 1))).toBe('1 event');
    expect(countWords(found(0, 0))).toBe('no events');
  });
});
