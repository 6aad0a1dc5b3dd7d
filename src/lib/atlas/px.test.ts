import { describe, expect, it } from 'vitest';
import { px } from './px.ts';

describe('px(value)', () => {
  it('is as short as a hundredth of a px allows', () => {
    expect([0.5, -0.5, 12.345, 3, -0.001, 0].map(px)).toEqual([
      '.5',
      '-.5',
      '12.35',
      '3',
      '0',
      '0'
    ]);
  });
});
