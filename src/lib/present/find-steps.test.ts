import { describe, expect, it } from 'vitest';
import { findSteps } from './find-steps.ts';

const steps = [
  'From Moscow to the Gulf',
  'The Gulf comes too',
  'Café: what’s due',
  ...Array.from({ length: 9 }, (_, i) => `Step ${i}`),
  'Of 2010'
].map((title, i) => ({
  title,
  section: i < 3 ? 'The turning year' : 'Not yet solid',
  text: i === 4 ? 'Since August Netanyahu has flown to Moscow.' : 'Nobody flies to the Gulf.'
}));

describe('findSteps(steps, typed)', () => {
  it('is all where nothing is typed', () => {
    expect(findSteps(steps, '  ')).toHaveLength(steps.length);
  });

  it('takes a number for a step’s own, then for the beginning of one', () => {
    expect(findSteps(steps, '2')).toEqual([1]);
    expect(findSteps(steps, '1')).toEqual([0, 9, 10, 11, 12]);
    expect(findSteps(steps, '2010')).toEqual([12]);
  });

  it('finds words in any order, in title and section, without accents or case', () => {
    expect(findSteps(steps, 'gulf moscow')[0]).toBe(0);
    expect(findSteps(steps, 'CAFE')).toEqual([2]);
    expect(findSteps(steps, "what's")).toEqual([2]);
    expect(findSteps(steps, 'turning')).toEqual([0, 1, 2]);
    expect(findSteps(steps, 'zebra')).toEqual([]);
  });

  it('puts first what begins so', () => {
    expect(findSteps(steps, 'the gulf').slice(0, 3)).toEqual([1, 0, 2]);
  });

  it('finds who is only spoken of, after titles that name them', () => {
    expect(findSteps(steps, 'netanyahu')).toEqual([4]);
    expect(findSteps(steps, 'moscow')).toEqual([0, 4]);
    expect(findSteps(steps, 'netanyahu zebra')).toEqual([]);
  });
});
