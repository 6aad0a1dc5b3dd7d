import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { light } from '../theme/palette.ts';

/** The widths of the site's icons, px: a phone's home screen has 180 from `app.html`, and the manifest has the others. */
export const iconSizes = [180, 192, 512] as const;

/**
 * The favicon on a square of paper, as a PNG. What systems cut off for icons of another shape
 * (https://www.w3.org/TR/appmanifest/#icon-masks) is paper only.
 */
export function drawIcon(sizePx: number): Promise<Buffer> {
  const mark = readFileSync(resolve('static/favicon.svg'), 'utf8').replace(
    '<svg ',
    '<svg x="7" y="6" width="32" height="32" '
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 46" width="${sizePx}" height="${sizePx}">` +
    `<path fill="${light.paper}" d="M0 0h46v46H0z"/>${mark}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
}
