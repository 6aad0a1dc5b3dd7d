import { writeFileSync } from 'node:fs';
import { compileGazetteer } from './compile-gazetteer.ts';
import { makeFaces } from './faces.ts';
import { makeLevel } from './level.ts';
import { readPolicy } from './policy.ts';
import { readShapes } from './shapes.ts';
import { makeWater } from './water.ts';
import type { Box } from './policy.ts';

/** The part of the world that is drawn in more detail from zoom 4.5. */
const theatre: Box = [5, 8, 78, 62];

const policy = readPolicy();

const coarseFaces = await makeFaces(readShapes('50m'), policy);
const coarse = await makeLevel(coarseFaces, policy, {
  simplify: 'weighted interval=5000',
  minIslandKm2: 60,
  box: [-180, -85, 180, 90],
  hole: [theatre[0] + 0.02, theatre[1] + 0.02, theatre[2] - 0.02, theatre[3] - 0.02],
  quantization: 4e4
});
write('world-coarse.json', coarse);

const fineFaces = await makeFaces(readShapes('10m'), policy);
const fine = await makeLevel(fineFaces, policy, {
  simplify: 'weighted interval=400',
  minIslandKm2: 1,
  box: theatre,
  quantization: 1e5
});
write('theatre-fine.json', fine);

write('water.json', await makeWater(2000, 2e4));
write('gazetteer.json', compileGazetteer(coarse, coarseFaces, policy));

function write(name: string, data: unknown): void {
  writeFileSync(new URL(`../static/geo/${name}`, import.meta.url), JSON.stringify(data));
}
