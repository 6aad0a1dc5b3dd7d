import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTexture } from './textures.ts';

const starts = (svg: string) =>
  [...svg.matchAll(/M([-\d.]+) ([-\d.]+)l/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('drawTexture(texture, box)', () => {
  it('covers the box and lies in the same way wherever that is', () => {
    const small = starts(drawTexture('lines', { left: 20, top: 20, right: 40, bottom: 30 }));
    const large = starts(drawTexture('lines', { left: 0, top: 0, right: 60, bottom: 60 }));
    expect(large).toEqual(expect.arrayContaining(small));
    expect(Math.min(...small.map(([x]) => x!))).toBeLessThan(20);
    expect(Math.max(...small.map(([x]) => x!))).toBeGreaterThan(40);
  });

  it('is as much as the box needs, and no more', () => {
    const mm = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(mm, mm, (right, bottom) => {
        const count = starts(drawTexture('dots', { left: 0, top: 0, right, bottom })).length;
        expect(count).toBeLessThanOrEqual(2 * (right / 8.5 + 4) * (bottom / 8.5 + 4));
      })
    );
  });

  it('has dots that are not those of Braille', () => {
    const svg = drawTexture('dots', { left: 0, top: 0, right: 20, bottom: 20 });
    const [first, second] = starts(svg);
    expect(Number(/stroke-width="([\d.]+)"/.exec(svg)![1])).toBeGreaterThan(2);
    expect(Math.hypot(first![0]! - second![0]!, first![1]! - second![1]!)).toBeGreaterThan(5.5);
  });
});
