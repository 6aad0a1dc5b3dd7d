import type { Gazetteer } from '../../../geodata/gazetteer.ts';
import type { Land } from './country-land.ts';

/** The geography that stories are checked against: the names of `static/geo` and its land. */
export interface World {
  readonly gazetteer: Gazetteer;
  readonly land: Land;
}

/** The texts of one story folder, by file name; a file that is not there is left out. */
export interface StoryFolder {
  /** The folder's name, and the story's word in the address. */
  readonly slug: string;
  readonly files: Readonly<Partial<Record<StoryFile, string>>>;
}

/** The files of a story folder. */
export const storyFiles = ['story.md', 'events.csv', 'places.geojson', 'sources.json'] as const;
export type StoryFile = (typeof storyFiles)[number];
