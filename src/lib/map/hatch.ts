import { hatchPx } from '../theme/marks.ts';

export interface PatternImage {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied, row by row. */
  readonly data: Uint8ClampedArray;
}

/**
 * A square tile of parallel lines at 45°, rising to the right, on a transparent ground. It joins with itself
 * on all sides. `scale` is its resolution in px per CSS px; its edges are smoothed.
 *
 * @param color `#rrggbb`
 */
export function hatchImage(color: string, scale: number): PatternImage {
  const [red, green, blue] = rgbOf(color);
  const size = Math.max(1, Math.round(hatchPx.spacing * Math.SQRT2 * scale));
  const halfWidth = (hatchPx.width * scale) / 2;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const along = (x + y + 1) % size;
      const across = Math.min(along, size - along) / Math.SQRT2;
      const coverage = Math.min(1, Math.max(0, halfWidth - across + 0.5));
      data.set([red, green, blue, Math.round(coverage * 255)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

/**
 * Red, green and blue, 0 to 255.
 * @param color `#rrggbb`
 * @throws Error with the bad value
 */
export function rgbOf(color: string): readonly [number, number, number] {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!match) throw new Error(`color must be #rrggbb, got "${color}"`);
  return [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)];
}
