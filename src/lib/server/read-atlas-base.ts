import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Topology } from 'topojson-specification';
import { Recent } from '../cache.ts';
import { withBorderForms, type BorderForm } from '../geometry/border-forms.ts';
import { atlasBase, type AtlasBase } from '../atlas/atlas-base.ts';

const bases = new Recent<AtlasBase>(16);
const shared = new Recent<Topology>(2);

/**
 * The geography of the static pictures, from the files that `npm run geodata` makes and a fine level, the theatre's by
 * default, with the borders that a story draws otherwise; each is read once. The project's folder is the working directory, because the built server code is not where
 * this file is.
 */
export function readAtlasBase(
  fine = resolve('static/geo/theatre-fine.json'),
  borders: readonly BorderForm[] = []
): AtlasBase {
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const [coarse, water] = ['world-coarse.json', 'water.json'].map((name) =>
    shared.get(name, () => read(resolve('static/geo', name)))
  ) as [Topology, Topology];
  return bases.get(fine + JSON.stringify(borders), () =>
    atlasBase(withBorderForms(coarse, borders), withBorderForms(read(fine), borders), water)
  );
}
