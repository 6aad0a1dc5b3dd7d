import { describe, expect, it } from 'vitest';
import { readFragment, writeFragment } from './fragment.ts';

describe('readFragment(hash)', () => {
  it('has the step, and the lesson where one is carried', () => {
    expect(readFragment('#shoigu')).toEqual({ step: 'shoigu', lesson: '' });
    expect(readFragment('#lesson=ab_-9')).toEqual({ step: '', lesson: 'ab_-9' });
    expect(readFragment('#lesson=ab&step=shoigu')).toEqual({ step: 'shoigu', lesson: 'ab' });
    expect(readFragment('#step=shoigu&lesson=ab').lesson).toBe('');
    for (const nothing of ['', '#', '#lesson=']) {
      expect(readFragment(nothing)).toEqual({ step: '', lesson: '' });
    }
  });
});

describe('writeFragment(fragment)', () => {
  it('is read back as it was', () => {
    for (const hash of ['', '#shoigu', '#lesson=ab_-9', '#lesson=ab&step=shoigu']) {
      expect(writeFragment(readFragment(hash))).toBe(hash);
    }
  });
});
