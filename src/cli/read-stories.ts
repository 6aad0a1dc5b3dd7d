import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Gazetteer } from '../lib/story/gazetteer.ts';
import type { Land } from '../lib/sea-route/country-land.ts';
import { textEndings, type StoryFolder, type World } from '../lib/parse/world.ts';
import { readMediaFacts } from './media/media-facts.ts';
import { brandFile, parseBrand } from '../lib/parse/parse-brand.ts';
import { defaultBrand, type Brand } from '../lib/story/brand.ts';
import { filesBelow } from './export/files-below.ts';

const geo = resolve(import.meta.dirname, '../../static/geo');
const citationStyle = resolve(import.meta.dirname, './citations/chicago-fullnote-bibliography.csl');

/** Returns the story folders of a directory, sorted by name. Names that start with a dot are ignored. */
export function readStoryFolders(directory: string): StoryFolder[] {
  return readdirSync(directory)
    .filter((name) => !name.startsWith('.') && statSync(join(directory, name)).isDirectory())
    .sort()
    .map((name) => readStoryFolder(join(directory, name)));
}

/** Returns one story folder: its texts (UTF-8) and what else is in it. Names that start with a dot are ignored. */
export function readStoryFolder(directory: string): StoryFolder {
  const paths = filesBelow(directory).filter((path) => !/(^|\/)\./.test(path));
  const isText = (path: string) => textEndings.some((ending) => extname(path) === `.${ending}`);
  return {
    slug: basename(resolve(directory)),
    files: Object.fromEntries(
      paths.filter(isText).map((path) => [path, readFileSync(join(directory, path), 'utf8')])
    ),
    media: Object.fromEntries(
      paths
        .filter((path) => !isText(path))
        .map((path) => [path, readMediaFacts(join(directory, path))])
    )
  };
}

/**
 * Returns whose site it is: what `brand.yaml` in a directory of story folders says, or the default where it is missing.
 *
 * @throws {StoryError} with all faults of the file
 */
export function readBrand(directory: string): Brand {
  const path = join(directory, brandFile);
  if (!existsSync(path)) return defaultBrand;
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = files.map(({ name }) => [name, statSync(join(directory, name)).size] as const);
  return parseBrand(readFileSync(path, 'utf8'), new Map(sizes));
}

/**
 * Returns what stories are checked against: the geography that `npm run geodata` makes, of the whole world and of the
 * theatre in more detail, and the style of citations.
 */
export function readWorld(directory = geo): World {
  const readGeo = <T>(name: string) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as T;
  const levels = ['world-coarse.json', 'theatre-fine.json'].map((name) =>
    readLand(join(directory, name))
  );
  return {
    gazetteer: readGeo<Gazetteer>('gazetteer.json'),
    islets: readGeo<World['islets']>('islets.json'),
    land: { type: 'FeatureCollection', features: levels.flatMap(({ features }) => features) },
    citationStyle: readFileSync(citationStyle, 'utf8')
  };
}

function readLand(path: string): Land {
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
    countries: GeometryCollection;
  }>;
  const { features } = feature(topology, topology.objects.countries);
  const areas = features.filter(({ geometry }) => /Polygon$/.test(geometry?.type ?? ''));
  return { type: 'FeatureCollection', features: areas as Land['features'] };
}
