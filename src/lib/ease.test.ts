import { describe, expect, it } from 'vitest';
import { ease } from './ease.ts';

describe('ease(share)', () => {
  it('rises from 0 to 1, slow at both ends', () => {
    expect([ease(-1), ease(0), ease(0.5), ease(1), ease(2)]).toEqual([0, 0, 0.5, 1, 1]);
    expect(ease(0.01)).toBeLessThan(0.001);
  });
});
