import sharp from 'sharp';
import { readElevations } from './elevation-grid.ts';
import type { ElevationGrid } from './elevation-grid.ts';
import type { Box } from './policy.ts';

/** Grey of flat land and of the sea's surface: near white, so that the picture hardly veils a light map. */
const flatGrey = 230;
const seaLevel = 88;

export interface ReliefOptions {
  readonly bounds: Box;
  readonly widthPx: number;
  /** 0 to 100, WebP's own scale. */
  readonly quality: number;
  readonly fading?: boolean;
}

/**
 * Draws relief and depth in Web Mercator, in grey, as WebP: slopes towards the north-west are lighter
 * than `flatGrey`, slopes away from it darker, the sea darker with depth. It fades out towards its edges, unless
 * `fading` is false.
 */
export async function drawRelief(
  tiles: string,
  { bounds, widthPx, quality, fading = true }: ReliefOptions
): Promise<Uint8Array> {
  const [west, south, east, north] = bounds;
  const grid = await readElevations(tiles, bounds, 1.6);
  const top = mercatorY(north);
  const heightRad = top - mercatorY(south);
  const widthRad = ((east - west) * Math.PI) / 180;
  const heightPx = Math.round((widthPx * heightRad) / widthRad);
  const grey = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const lat = latitudeOf(top - ((row + 0.5) / heightPx) * heightRad);
    for (let column = 0; column < widthPx; column += 1) {
      const u = (column + 0.5) / widthPx;
      grey[row * widthPx + column] = greyAt(grid, west + u * (east - west), lat);
    }
  }
  const raw = { width: widthPx, height: heightPx } as const;
  const picture = fading
    ? sharp(fadeOut(grey, widthPx, heightPx), { raw: { ...raw, channels: 2 } })
    : sharp(grey, { raw: { ...raw, channels: 1 } });
  return picture.webp({ quality, effort: 6 }).toBuffer();
}

/** Adds an opacity to each grey: from 0 at the picture's edges to 255 inside. */
export function fadeOut(grey: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 2);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const i = row * width + column;
      pixels[i * 2] = grey[i]!;
      pixels[i * 2 + 1] = opacityAt((column + 0.5) / width, (row + 0.5) / height);
    }
  }
  return pixels;
}

/** Grey from 0 to 255: the light comes from the north-west. */
function greyAt(grid: ElevationGrid, lng: number, lat: number): number {
  const { step } = grid;
  const z = grid.at(lng, lat);
  const eastward =
    (grid.at(lng + step, lat) - grid.at(lng - step, lat)) / (2 * Math.cos((lat * Math.PI) / 180));
  const southward = (grid.at(lng, lat - step) - grid.at(lng, lat + step)) / 2;
  const lit = (eastward + southward) * Math.SQRT1_2;
  const noise = 0.35; // what the JPEG leaves on a plain
  const slope = Math.sign(lit) * Math.max(0, Math.abs(lit) - noise);
  const shade = Math.tanh(slope / 5) * smoothstep(seaLevel, seaLevel + 7, z);
  const depth = Math.max(0, seaLevel - z) / seaLevel;
  const grey = flatGrey + (shade > 0 ? shade * (255 - flatGrey) : shade * 140) - depth * 60;
  return Math.round(Math.min(255, Math.max(0, grey)));
}

/** Opacity from 0 at the edge to 255 inside. It has few steps, which compress well. */
function opacityAt(u: number, v: number): number {
  const steps = 63;
  const edge = Math.min(u, 1 - u, v, 1 - v);
  return Math.round((Math.round(smoothstep(0, 0.08, edge) * steps) * 255) / steps);
}

function smoothstep(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Web Mercator's y in radians of longitude. */
export function mercatorY(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

function latitudeOf(y: number): number {
  return ((2 * Math.atan(Math.exp(y)) - Math.PI / 2) * 180) / Math.PI;
}
