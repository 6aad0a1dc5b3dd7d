import { describe, expect, it } from 'vitest';
import { inLayout, presentScale } from './present-scale.ts';

describe('presentScale(width, height)', () => {
  it('lets type grow with the screen’s shorter side', () => {
    expect(presentScale(1024, 768)).toBe(1.37);
    expect(presentScale(768, 1024)).toBe(1.37);
    expect(presentScale(1920, 1080)).toBe(1.93);
  });

  it('never makes type smaller than it is laid out', () => {
    expect(presentScale(360, 740)).toBe(1);
  });
});

describe('inLayout(box, scale)', () => {
  it('is the box in the map’s own px', () => {
    expect(inLayout({ left: 0, top: 20, right: 100, bottom: 50 }, 2)).toEqual({
      left: 0,
      top: 10,
      right: 50,
      bottom: 25
    });
  });
});
