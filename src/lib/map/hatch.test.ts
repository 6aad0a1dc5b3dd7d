import { describe, expect, it } from 'vitest';
import { hatchImage, rgbOf } from './hatch.ts';

describe('hatchImage(color, scale)', () => {
  it('is a square that grows with its resolution', () => {
    const [once, twice] = [hatchImage('#8f8571', 1), hatchImage('#8f8571', 2)];
    expect([once.width, once.height]).toEqual([7, 7]);
    expect(twice.width).toBe(14);
    expect(twice.data).toHaveLength(14 * 14 * 4);
  });

  it('joins with itself: each row is the one above, moved by one px', () => {
    const { width, data } = hatchImage('#8f8571', 2);
    const alpha = (x: number, y: number) => data[((y % width) * width + (x % width)) * 4 + 3];
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) expect(alpha(x + 1, y)).toBe(alpha(x, y + 1));
    }
  });

  it('has the color in every px, and both line and ground', () => {
    const { data } = hatchImage('#0a141e', 2);
    const alphas = [];
    for (let i = 0; i < data.length; i += 4) {
      expect([...data.slice(i, i + 3)]).toEqual([10, 20, 30]);
      alphas.push(data[i + 3]);
    }
    expect(Math.max(...(alphas as number[]))).toBe(255);
    expect(Math.min(...(alphas as number[]))).toBe(0);
  });
});

describe('rgbOf(color)', () => {
  it('names the value it cannot read', () => {
    expect(() => rgbOf('red')).toThrow('color must be #rrggbb, got "red"');
  });
});
