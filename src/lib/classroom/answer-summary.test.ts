import { describe, expect, it } from 'vitest';
import type { ExpectedAnswer } from '../story/story.ts';
import { lngLatAnswer, lngLatIn, sumUp } from './answer-summary.ts';

const story = {
  places: [
    { id: 'vienna', name: 'Vienna', kind: 'capital', country: 'AUT', lngLat: [16.37, 48.21] }
  ]
} as const;
const asked = (expected: Partial<ExpectedAnswer>): ExpectedAnswer => ({
  form: 'words',
  choices: [],
  unit: '',
  right: '',
  ...expected
});

describe('sumUp(answers, expected, story)', () => {
  it('counts choices in the author’s order, and passes over what is none', () => {
    const expected = asked({ form: 'choice', choices: ['Yes', 'No'], right: 'No' });
    expect(sumUp(['No', 'Yes', 'No', 'Perhaps'], expected, story)).toEqual({
      form: 'bars',
      bars: [
        { label: 'Yes', count: 1, isRight: false },
        { label: 'No', count: 2, isRight: true }
      ]
    });
  });

  it('counts few numbers each, with the unit, from the least to the most', () => {
    const expected = asked({ form: 'number', unit: 'km', right: '2500' });
    expect(sumUp(['3000', '2500', ' 2500 ', 'far', '', '999,5'], expected, story)).toEqual({
      form: 'bars',
      bars: [
        { label: '999.5 km', count: 1, isRight: false },
        { label: '2500 km', count: 2, isRight: true },
        { label: '3000 km', count: 1, isRight: false }
      ]
    });
  });

  it('counts many numbers in eight ranges that hold them all', () => {
    const numbers = Array.from({ length: 40 }, (_, i) => String(100 * i));
    const summary = sumUp(numbers, asked({ form: 'number', right: '2500' }), story);
    if (summary.form !== 'bars') throw new Error(summary.form);
    expect(summary.bars).toHaveLength(8);
    expect(summary.bars.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    expect(summary.bars.filter(({ isRight }) => isRight)).toHaveLength(1);
    expect(sumUp([], asked({ form: 'number' }), story)).toEqual({ form: 'bars', bars: [] });
  });

  it('has a pin for each place, and the story’s own', () => {
    const answers = ['16.4,48.2', '200,0', 'Vienna', '35.5,33.9'];
    expect(sumUp(answers, asked({ form: 'place', right: 'vienna' }), story)).toEqual({
      form: 'places',
      pins: [
        [16.4, 48.2],
        [35.5, 33.9]
      ],
      right: { name: 'Vienna', lngLat: [16.37, 48.21] }
    });
    expect(sumUp([], asked({ form: 'place' }), story)).toMatchObject({ right: null });
  });

  it('has the words as they were given', () => {
    expect(sumUp(['b', 'a'], asked({}), story)).toEqual({ form: 'words', words: ['b', 'a'] });
  });
});

describe('lngLatAnswer(lngLat) and lngLatIn(answer)', () => {
  it('keep a place to some ten metres', () => {
    expect(lngLatIn(lngLatAnswer([-12.345678, 48.2]))).toEqual([-12.3457, 48.2]);
  });
});
