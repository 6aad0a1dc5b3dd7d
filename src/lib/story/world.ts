import type { Gazetteer } from './gazetteer.ts';
import type { Land } from './country-land.ts';

/** What stories are checked against and told with, whatever they tell. */
export interface World {
  /** The names of `static/geo`. */
  readonly gazetteer: Gazetteer;
  /** The land of `static/geo`. */
  readonly land: Land;
  /** How works are cited: a style of the Citation Style Language, XML. */
  readonly citationStyle: string;
}

/** The texts of one story folder, by file name; a file that is not there is left out. */
export interface StoryFolder {
  /** The folder's name, and the story's word in the address. */
  readonly slug: string;
  readonly files: Readonly<Partial<Record<StoryFile, string>>>;
}

/** The files that a story folder must have. */
export const requiredFiles = ['story.md', 'events.csv', 'places.geojson', 'sources.json'] as const;
/** The files of a story folder, `corrections.csv` only where something was corrected. */
export const storyFiles = [...requiredFiles, 'corrections.csv'] as const;
export type StoryFile = (typeof storyFiles)[number];
