import { nextTask } from '../startup/tasks.ts';
import { fetchFile } from './fetch-file.ts';
import type { Bounds } from '../geometry/bounds.ts';
import type { ReliefPicture } from './geo-files.ts';

/** The grey that `geodata`'s recipe gives flat land and the sea's surface. */
const flatGrey = 230;
/** Greys this near to flat are what compression left of a plain. */
const noise = 3;
/** Rows that are shaded at a stretch, so that a scroll meanwhile does not wait. */
const bandPx = 64;
/** Slopes towards the light have few greys above `flatGrey`; this many times as much makes them equals. */
const lightGain = 3;

/**
 * Turns a grey picture of relief into shade alone, in place: black where it is darker than flat, white where
 * lighter, the more opaque the more so, and nothing on the flat. A grey picture laid over the map would veil
 * the palette's colors, in the dark theme most of all; and the shade as a file would be six times as large.
 *
 * @param pixels RGBA, not premultiplied
 */
export function shadeRelief(pixels: Uint8ClampedArray): void {
  for (let i = 0; i < pixels.length; i += 4) {
    const difference = pixels[i]! - flatGrey;
    const dark = difference < 0;
    const strength = Math.max(0, Math.abs(difference) - noise) * (dark ? 1 : lightGain);
    const tone = dark ? 0 : 255;
    pixels[i] = tone;
    pixels[i + 1] = tone;
    pixels[i + 2] = tone;
    pixels[i + 3] = (pixels[i + 3]! * Math.min(255, strength)) / 255;
  }
}

/** Relief as shade alone: pictures, each with the part of the world that it covers. */
export type Relief = readonly { readonly image: HTMLCanvasElement; readonly bounds: Bounds }[];

/** The relief that some pictures show. */
export async function fetchRelief(
  pictures: readonly ReliefPicture[],
  signal: AbortSignal
): Promise<Relief> {
  return Promise.all(
    pictures.map(async ({ url, bounds }) => ({ image: await fetchShade(url, signal), bounds }))
  );
}

/**
 * The shade of the relief picture at an address.
 * @throws Error naming the address, where there is no picture
 */
async function fetchShade(url: string, signal: AbortSignal): Promise<HTMLCanvasElement> {
  const picture = await fetchFile(
    url,
    signal,
    async (answer) => createImageBitmap(await answer.blob()),
    'a picture'
  );
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error(`${url}: no 2D canvas of ${picture.width} × ${picture.height} px`);
  context.drawImage(picture, 0, 0);
  picture.close();
  for (let top = 0; top < canvas.height; top += bandPx) {
    const band = context.getImageData(0, top, canvas.width, Math.min(bandPx, canvas.height - top));
    shadeRelief(band.data);
    context.putImageData(band, 0, top);
    await nextTask();
  }
  return canvas;
}
