import { describe, expect, it } from 'vitest';
import { stagedOpacity } from './staged.ts';

const figure = (classes: string) => `<figure class="${classes}"><p>A</p></figure>`;
const staged = [2, 3].map((step) => ({ step, html: figure('medium picture staged') }));

describe('stagedOpacity(staged, step, position, reducedMotion)', () => {
  it('is whole at the step, gone a step away, and on the way between', () => {
    expect(stagedOpacity(staged, 2, 2, false)).toBe(1);
    expect(stagedOpacity(staged, 2, 1, false)).toBe(0);
    expect(stagedOpacity(staged, 2, 1.5, false)).toBeGreaterThan(0);
    expect(stagedOpacity(staged, 2, 1.5, false)).toBeLessThan(1);
    expect(stagedOpacity(staged, 3, 4, false)).toBe(0);
    expect(stagedOpacity(staged, 2, -1, false)).toBe(0);
  });

  it('keeps the map hidden between two media', () => {
    for (const position of [2, 2.2, 2.5, 2.9])
      expect(stagedOpacity(staged, 2, position, false)).toBe(1);
    expect(stagedOpacity(staged, 3, 2.9, false)).toBeGreaterThan(0.9);
  });

  it('fades at the midpoint with reduced motion, one at a time', () => {
    expect(stagedOpacity(staged, 2, 1.3, true)).toBe(0);
    expect(stagedOpacity(staged, 2, 1.5, true)).toBe(0);
    expect(stagedOpacity(staged, 2, 1.7, true)).toBe(1);
    expect(stagedOpacity(staged, 2, 2.4, true)).toBeGreaterThan(0);
    expect(stagedOpacity(staged, 3, 2.4, true)).toBe(0);
  });
});
