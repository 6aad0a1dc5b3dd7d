import { describe, expect, it } from 'vitest';
import { swipeOf } from './swipe.ts';

const swipe = (dx: number, dy = 0, ms = 200) =>
  swipeOf({ x: 500, y: 300, at: 1000 }, { x: 500 + dx, y: 300 + dy, at: 1000 + ms });

describe('swipeOf(from, to)', () => {
  it('goes on to the left and back to the right', () => {
    expect(swipe(-80)).toBe('next');
    expect(swipe(80, 20)).toBe('previous');
  });

  it('takes no tap, no slow drag and no stroke up or down for one', () => {
    expect(swipe(-10)).toBeNull();
    expect(swipe(-200, 0, 1500)).toBeNull();
    expect(swipe(-60, 90)).toBeNull();
  });
});
