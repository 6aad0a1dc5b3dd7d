import { describe, expect, it, vi } from 'vitest';
import { memoize, Recent } from './cache.ts';

describe('Recent', () => {
  it('makes a value once and gives the same again', () => {
    const recent = new Recent<object>(2);
    const make = vi.fn(() => ({}));
    expect(recent.get('a', make)).toBe(recent.get('a', make));
    expect(make).toHaveBeenCalledOnce();
  });

  it('drops the value made first when there are too many', () => {
    const recent = new Recent<object>(2);
    const [a, c] = [
      recent.get('a', () => ({})),
      (recent.get('b', () => ({})), recent.get('c', () => ({})))
    ];
    expect(recent.get('c', () => ({}))).toBe(c);
    expect(recent.get('a', () => ({}))).not.toBe(a);
  });

  it('makes a value from its key, and anew once it has been deleted', () => {
    const recent = new Recent<string>(2);
    const make = vi.fn((key: string) => key.toUpperCase());
    expect([recent.get('a', make), recent.get('a', make)]).toEqual(['A', 'A']);
    recent.delete('a');
    expect(recent.get('a', make)).toBe('A');
    expect(make).toHaveBeenCalledTimes(2);
  });
});

describe('memoize', () => {
  it('computes once for each object', () => {
    const make = vi.fn((key: { n: number }) => key.n * 2);
    const double = memoize(make);
    const [one, two] = [{ n: 1 }, { n: 2 }];
    expect([double(one), double(two), double(one)]).toEqual([2, 4, 2]);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('keeps a result that is undefined', () => {
    const make = vi.fn(() => undefined);
    const nothing = memoize(make);
    const key = {};
    nothing(key);
    nothing(key);
    expect(make).toHaveBeenCalledOnce();
  });
});
