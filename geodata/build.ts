import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { compileGazetteer } from './compile-gazetteer.ts';
import { findElevationTiles } from './elevation-grid.ts';
import { makeFaces } from './faces.ts';
import { listIslets } from './islets.ts';
import { makeLevel } from './level.ts';
import { readPolicy } from './policy.ts';
import type { Box } from './policy.ts';
import { drawRelief } from './relief.ts';
import { readShapes } from './shapes.ts';
import { fillGaps, splitTerritories } from './territories.ts';
import { makeWater } from './water.ts';

// Makes every file of static/geo: `npm run geodata`. README.md lists the sources.

/** The part of the world that the map shows in more detail, from zoom 4.5 up. */
const theatre: Box = [5, 8, 78, 62];

const output = new URL('../static/geo/', import.meta.url);
const policy = readPolicy();

const [shapes50m, shapes10m] = splitTerritories([readShapes('50m'), readShapes('10m')], policy);

const coarseFaces = await makeFaces(fillGaps(shapes50m!, shapes10m!), policy);
const coarse = await makeLevel(coarseFaces, policy, {
  simplify: 'weighted interval=5000',
  minIslandKm2: 60,
  box: [-180, -85, 180, 90],
  hole: [theatre[0] + 0.02, theatre[1] + 0.02, theatre[2] - 0.02, theatre[3] - 0.02],
  quantization: 4e4
});
write('world-coarse.json', coarse);

const fineFaces = await makeFaces(shapes10m!, policy);
const fine = await makeLevel(fineFaces, policy, {
  simplify: 'weighted interval=400',
  minIslandKm2: 1,
  box: theatre,
  quantization: 1e5
});
write('theatre-fine.json', fine);

write('water.json', await makeWater());
write('islets.json', listIslets(fineFaces, [coarse, fine]));
write('gazetteer.json', compileGazetteer(coarse, coarseFaces, policy));

const reliefBounds: Box = [-5, 2, 85, 65];
const tiles = findElevationTiles();
if (tiles) {
  const relief = { bounds: reliefBounds, widthPx: 2048, quality: 25 };
  write('relief.webp', await drawRelief(tiles, relief));
  write('relief.json', { bounds: reliefBounds });
} else {
  console.log(
    'relief.webp  unchanged: no elevation tiles found (apt install marble-qt-data, or set MARBLE_TILES)'
  );
}

/** Writes bytes as they are and anything else as JSON, and logs the file's size. */
function write(name: string, data: object): void {
  const bytes = data instanceof Uint8Array ? data : new TextEncoder().encode(JSON.stringify(data));
  writeFileSync(new URL(name, output), bytes);
  const kb = (length: number): string => `${(length / 1000).toFixed(1)} KB`;
  console.log(`${name}  ${kb(bytes.length)}, brotli ${kb(brotliCompressSync(bytes).length)}`);
}
