import { describe, expect, it, vi } from 'vitest';
import { Recent } from './recent.ts';

describe('Recent', () => {
  it('makes a value once and gives the same again', () => {
    const recent = new Recent<object>(2);
    const make = vi.fn(() => ({}));
    expect(recent.get('a', make)).toBe(recent.get('a', make));
    expect(make).toHaveBeenCalledOnce();
  });

  it('lets go of the value made first once there are too many', () => {
    const recent = new Recent<object>(2);
    const [a, c] = [
      recent.get('a', () => ({})),
      (recent.get('b', () => ({})), recent.get('c', () => ({})))
    ];
    expect(recent.get('c', () => ({}))).toBe(c);
    expect(recent.get('a', () => ({}))).not.toBe(a);
  });
});
