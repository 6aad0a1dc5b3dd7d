import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { contrastOf, type Rgb } from '../../src/lib/theme/contrast.ts';

/** The colour of a computed style, whatever its opacity: `rgb(29, 27, 24)`, or three numbers. */
export function rgbOf(css: string): Rgb {
  const [red = 0, green = 0, blue = 0] = css.match(/[\d.]+/g)!.map(Number);
  return [red, green, blue];
}

/** What is painted where an element stands. */
export interface Painted {
  /** The commonest colour. */
  readonly ground: Rgb;
  /** The greatest contrast of the ground to any other colour. */
  readonly contrast: number;
}

/** How far the stroke of a line reaches beyond its box, px. */
const strokePx = 2;

/** What is painted where each of some elements stands, by one picture of the window. */
export async function paintedAt(page: Page, elements: Locator): Promise<Painted[]> {
  const boxes = await elements.evaluateAll((all, beyond) => {
    const round = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
    return all.map((element) => {
      const box = element.getBoundingClientRect();
      const [left, top] = [box.left - beyond, box.top - beyond];
      return {
        left: round(left, innerWidth),
        top: round(top, innerHeight),
        right: round(box.right + beyond, innerWidth),
        bottom: round(box.bottom + beyond, innerHeight)
      };
    });
  }, strokePx);
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return boxes.map(({ left, top, right, bottom }) => {
    const counts = new Map<string, number>();
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = (y * info.width + x) * info.channels;
        const colour = data.subarray(at, at + 3).join(' ');
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
    }
    const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => rgbOf(colour));
    const [ground] = colours;
    if (ground === undefined) throw new Error('expected an element in the window');
    return { ground, contrast: Math.max(...colours.map((colour) => contrastOf(ground, colour))) };
  });
}
