import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../../src/lib/story/gazetteer.ts';
import type { Land } from '../../src/lib/sea-route/country-land.ts';
import { rectangle } from '../../src/lib/sea-route/fixtures.ts';
import { readStoryFolder } from '../../src/cli/read-stories.ts';
import type { StoryFolder, World } from '../../src/lib/parse/world.ts';

const directory = import.meta.dirname;

/** The names of the broken stories: folders that hold the files that differ from `base`, and `expected.txt`. */
export const brokenStories: readonly string[] = readdirSync(directory, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'base')
  .map(({ name }) => name)
  .sort();

/** The story that the broken ones are made from. */
export function baseStory(): StoryFolder {
  return { ...readStoryFolder(join(directory, 'base')), slug: 'two-cities' };
}

/** A broken story and the message it must give. An empty file named `missing-NAME` takes a file away. */
export function brokenStory(name: string): { folder: StoryFolder; expected: string } {
  const base = baseStory();
  const broken = readStoryFolder(join(directory, name));
  const { 'expected.txt': expected = '', ...texts } = broken.files;
  const isMissing = (path: string) => path.startsWith('missing-');
  const missing = new Set(
    Object.keys(texts)
      .filter(isMissing)
      .map((path) => path.slice('missing-'.length))
  );
  const files = Object.fromEntries(
    Object.entries({ ...base.files, ...texts }).filter(
      ([path]) => !isMissing(path) && !missing.has(path)
    )
  );
  return { folder: { ...base, files, media: broken.media }, expected: expected.trimEnd() };
}

/** A world of four rectangles, so that messages do not change with the real one. */
export const smallWorld: World = {
  gazetteer: {
    countries: {
      RUS: country('RU', 'Russia', [30, 50, 60, 70]),
      IRN: country('IR', 'Iran', [45, 25, 60, 38]),
      SAU: country('SA', 'Saudi Arabia', [36, 18, 50, 24]),
      ARE: country('AE', 'United Arab Emirates', [51, 22, 56, 24.5])
    },
    groups: {
      GCC: {
        names: { en: 'Gulf Cooperation Council' },
        source: 'Charter of 1981',
        members: [{ since: '1981-05-25', codes: ['SAU', 'ARE'] }]
      }
    },
    seas: [],
    contested: [
      {
        ...{ id: 'salt-marsh', name: 'Salt Marsh', note: 'Claimed by Russia.', at: [47, 37] },
        ...{ bounds: [46, 36, 48, 38], form: 'hatched', land: 'IRN' }
      },
      {
        ...{ id: 'gulf-line', name: 'Gulf Line', note: 'Not agreed.', at: [51, 23] },
        ...{ bounds: [50, 22, 52, 24], form: 'dashed' }
      }
    ],
    policy: []
  } satisfies Gazetteer,
  land: {
    type: 'FeatureCollection',
    features: [
      land('RUS', [30, 50, 60, 70]),
      land('IRN', [45, 25, 60, 38]),
      land('SAU', [36, 18, 50, 24]),
      land('ARE', [51, 22, 56, 24.5])
    ]
  },
  islets: {},
  citationStyle: readFileSync(
    join(directory, '../../src/cli/citations/chicago-fullnote-bibliography.csl'),
    'utf8'
  )
};

type Bounds = readonly [west: number, south: number, east: number, north: number];

function country(iso2: string, en: string, bounds: Bounds): Gazetteer['countries'][string] {
  const [west, south, east, north] = bounds;
  return { iso2, names: { en }, label: [(west + east) / 2, (south + north) / 2], bounds, area: (east - west) * (north - south), neighbours: [] };
}

function land(id: string, bounds: Bounds): Land['features'][number] {
  const coordinates = [rectangle(...bounds)];
  return { type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates } };
}
