import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { theatre, theatreRelief } from '../src/lib/geometry/levels.ts';
import { compileGazetteer } from './compile-gazetteer.ts';
import { worldRelief } from './cut-relief.ts';
import { findElevationTiles } from './elevation-grid.ts';
import { makeFaces } from './faces.ts';
import { listIslets } from './islets.ts';
import { makeLevel, worldBox } from './level.ts';
import { readPolicy } from './policy.ts';
import { drawRelief } from './relief.ts';
import { readShapes } from './shapes.ts';
import { fillGaps, splitTerritories } from './territories.ts';
import { makeWater } from './water.ts';

// Makes every file of static/geo: `npm run geodata`. README.md lists the sources.

const output = new URL('../static/geo/', import.meta.url);
const policy = readPolicy();

const [shapes50m, shapes10m] = splitTerritories([readShapes('50m'), readShapes('10m')], policy);

const coarseFaces = await makeFaces(fillGaps(shapes50m!, shapes10m!), policy);
const coarse = await makeLevel(coarseFaces, policy, {
  simplify: 'weighted interval=5000',
  minIslandKm2: 60,
  boxes: [worldBox],
  quantization: 4e4
});
write('world-coarse.json', coarse);

const fineFaces = await makeFaces(shapes10m!, policy);
const fine = await makeLevel(fineFaces, policy, {
  simplify: 'weighted interval=400',
  minIslandKm2: 1,
  boxes: [theatre],
  mask: true,
  quantization: 1e5
});
write('theatre-fine.json', fine);

write('water.json', await makeWater());
write('islets.json', listIslets(fineFaces, [coarse, fine]));
write('gazetteer.json', compileGazetteer(coarse, coarseFaces, policy));

const tiles = findElevationTiles();
if (tiles) {
  const relief = { bounds: theatreRelief, widthPx: 2048, quality: 25 };
  write('relief.webp', await drawRelief(tiles, relief));
  write(
    '../../geodata/world-relief.webp',
    await drawRelief(tiles, { ...worldRelief, fading: false })
  );
} else {
  console.log(
    'relief.webp, world-relief.webp  unchanged: no elevation tiles found (apt install marble-qt-data, or set MARBLE_TILES)'
  );
}

/** Writes bytes as they are and anything else as JSON, and logs the file's size. */
function write(name: string, data: object): void {
  const bytes = data instanceof Uint8Array ? data : new TextEncoder().encode(JSON.stringify(data));
  writeFileSync(new URL(name, output), bytes);
  const kb = (length: number): string => `${(length / 1000).toFixed(1)} KB`;
  console.log(`${name}  ${kb(bytes.length)}, brotli ${kb(brotliCompressSync(bytes).length)}`);
}
