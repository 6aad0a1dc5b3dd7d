import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Box } from './policy.ts';

/** Marble's elevation tiles at their finest level (Debian `marble-qt-data`): equirectangular, 16 × 8. */
const installedTiles = '/usr/share/marble/data/maps/earth/srtm/3';
const tilePx = 675;
const columns = 16;
const pxPerDegree = (columns * tilePx) / 360;

/**
 * The elevations of a part of the world, as Marble codes them in grey: 0 is the deepest sea, 88 sea level, 255 the
 * highest land. Steps grow wider with height.
 */
export interface ElevationGrid {
  /** The elevation at a place, between grid points; the place must lie inside the grid. */
  at(lng: number, lat: number): number;
  /** Degrees between two grid points. */
  readonly step: number;
}

/** Returns the folder of the tiles (`MARBLE_TILES`, or where Debian puts them); null if they are not installed. */
export function findElevationTiles(): string | null {
  const path = process.env['MARBLE_TILES'] ?? installedTiles;
  return existsSync(join(path, '000000', '000000_000000.jpg')) ? path : null;
}

/**
 * Reads the tiles that cover a box and a margin of 1°, across the date line too, and blurs away their JPEG noise with a
 * Gaussian of `sigmaPx`.
 */
export async function readElevations(
  path: string,
  [west, south, east, north]: Box,
  sigmaPx: number
): Promise<ElevationGrid> {
  const margin = 1;
  const tileOf = (degrees: number): number => Math.floor((degrees * pxPerDegree) / tilePx);
  const [firstColumn, lastColumn] = [tileOf(west - margin + 180), tileOf(east + margin + 180)];
  const [firstRow, lastRow] = [tileOf(90 - north - margin), tileOf(90 - south + margin)];
  const width = (lastColumn - firstColumn + 1) * tilePx;
  const height = (lastRow - firstRow + 1) * tilePx;
  const raw = new Float32Array(width * height);
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const name = (n: number): string => String(n).padStart(6, '0');
      const turned = (column + columns) % columns;
      const file = join(path, name(row), `${name(row)}_${name(turned)}.jpg`);
      const grey = await sharp(file).toColourspace('b-w').raw().toBuffer();
      const start = (row - firstRow) * tilePx * width + (column - firstColumn) * tilePx;
      for (let y = 0; y < tilePx; y += 1)
        raw.set(grey.subarray(y * tilePx, (y + 1) * tilePx), start + y * width);
    }
  }
  const data = smooth(raw, width, height, sigmaPx);
  const left = (firstColumn * tilePx) / pxPerDegree - 180;
  const top = 90 - (firstRow * tilePx) / pxPerDegree;
  return {
    step: 1 / pxPerDegree,
    at: (lng, lat) => {
      const x = (lng - left) * pxPerDegree - 0.5;
      const y = (top - lat) * pxPerDegree - 0.5;
      const [column, row] = [Math.floor(x), Math.floor(y)];
      const [u, v] = [x - column, y - row];
      const i = row * width + column;
      const upper = data[i]! * (1 - u) + data[i + 1]! * u;
      const lower = data[i + width]! * (1 - u) + data[i + width + 1]! * u;
      return upper * (1 - v) + lower * v;
    }
  };
}

/** A Gaussian blur, along rows and then along columns. */
function smooth(data: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2))
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (source: Float32Array, stepX: 0 | 1, stepY: 0 | 1): Float32Array => {
    const out = new Float32Array(source.length);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        let sum = 0;
        for (let k = -radius; k <= radius; k += 1) {
          const column = Math.min(width - 1, Math.max(0, x + k * stepX));
          const row = Math.min(height - 1, Math.max(0, y + k * stepY));
          sum += weights[k + radius]! * source[row * width + column]!;
        }
        out[y * width + x] = sum / total;
      }
    }
    return out;
  };
  return pass(pass(data, 1, 0), 0, 1);
}
