import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

describe('RateLimit', () => {
  it('lets an address have a burst, and then so many a second', () => {
    let now = 0;
    const limit = new RateLimit(2, 3, () => now);
    const taken = (times: number) => Array.from({ length: times }, () => limit.take('a'));
    expect(taken(4)).toEqual([true, true, true, false]);
    expect(limit.isSpent('a')).toBe(true);
    now = 499;
    expect(limit.take('a')).toBe(false);
    now = 500;
    expect(limit.isSpent('a')).toBe(false);
    expect(taken(2)).toEqual([true, false]);
    now = 100_000;
    expect(taken(4)).toEqual([true, true, true, false]);
  });

  it('tells addresses apart', () => {
    const limit = new RateLimit(1, 1, () => 0);
    expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([true, true, false]);
  });

  it('keeps at most ten thousand addresses', () => {
    const limit = new RateLimit(1, 1, () => 0);
    for (let each = 0; each <= 10_000; each++) limit.take(String(each));
    expect([limit.isSpent('0'), limit.isSpent('1')]).toEqual([false, true]);
  });
});
