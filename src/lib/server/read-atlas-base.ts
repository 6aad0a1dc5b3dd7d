import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Topology } from 'topojson-specification';
import { Recent } from '../cache.ts';
import { atlasBase, type AtlasBase } from '../atlas/atlas-base.ts';

const bases = new Recent<AtlasBase>(4);

/**
 * The geography of the static pictures, from the files that `npm run geodata` makes; each folder is read once. The
 * project's folder is the working directory, because the built server code is not where this file is.
 */
export function readAtlasBase(directory = resolve('static/geo')): AtlasBase {
  const read = (name: string) =>
    JSON.parse(readFileSync(resolve(directory, name), 'utf8')) as Topology;
  return bases.get(directory, () =>
    atlasBase(read('world-coarse.json'), read('theatre-fine.json'), read('water.json'))
  );
}
