import { describe, expect, it } from 'vitest';
import type { Stop } from '$lib/present/stops.ts';
import { nextWords } from './next-words.ts';

describe('nextWords(steps, now, next)', () => {
  const steps = [{ title: 'In Moscow' }, { title: 'In Tehran' }];
  const words = (now: Stop, next: Stop) => nextWords(steps, now, next);

  it('is the title of the next step', () => {
    expect(words({ step: 0, face: 'whole' }, { step: 1, face: 'whole' })).toBe('In Tehran');
  });

  it('tells a question from its answer', () => {
    expect(words({ step: 0, face: 'whole' }, { step: 1, face: 'question' })).toBe(
      'In Tehran: the question'
    );
    expect(words({ step: 1, face: 'question' }, { step: 1, face: 'whole' })).toBe(
      'In Tehran: the answer'
    );
  });

  it('announces the end', () => {
    expect(words({ step: 1, face: 'whole' }, { step: 1, face: 'end' })).toBe(
      'The end, with the handout'
    );
  });
});
