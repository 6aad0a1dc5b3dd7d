import { describe, expect, it } from 'vitest';
import { shadeRelief } from './relief.ts';

const shaded = (...pixel: number[]) => {
  const pixels = new Uint8ClampedArray(pixel);
  shadeRelief(pixels);
  return [...pixels];
};

describe('shadeRelief(pixels)', () => {
  it('leaves nothing of the flat, nor of what compression made of it', () => {
    for (const grey of [227, 230, 233]) expect(shaded(grey, grey, grey, 255)[3]).toBe(0);
  });

  it('is black where darker and white where lighter, the more so the stronger', () => {
    expect(shaded(130, 130, 130, 255)).toEqual([0, 0, 0, 97]);
    expect(shaded(30, 30, 30, 255)).toEqual([0, 0, 0, 197]);
    expect(shaded(255, 255, 255, 255)).toEqual([255, 255, 255, 66]);
  });

  it('keeps the fading at the edges', () => {
    expect(shaded(30, 30, 30, 0)[3]).toBe(0);
    expect(shaded(30, 30, 30, 128)[3]).toBe(99);
  });
});
