import type { Gazetteer } from '../story/gazetteer.ts';
import type { Land } from '../sea-route/country-land.ts';

/** What all stories share: the geography they are checked against and the style of their citations. */
export interface World {
  /** The names of `static/geo`. */
  readonly gazetteer: Gazetteer;
  /** The land of `static/geo`. */
  readonly land: Land;
  /** How works are cited: a style of the Citation Style Language, XML. */
  readonly citationStyle: string;
}

/** The texts of one story folder, by file name; a missing file is left out. */
export interface StoryFolder {
  /** The folder's name, which is the story's part of the address. */
  readonly slug: string;
  readonly files: Readonly<Partial<Record<StoryFile, string>>>;
}

/** The files that a story folder must have. */
export const requiredFiles = ['story.md', 'events.csv', 'places.geojson', 'sources.json'] as const;
/** The files of a story folder; `corrections.csv` is there only once something has been corrected. */
export const storyFiles = [...requiredFiles, 'corrections.csv'] as const;
export type StoryFile = (typeof storyFiles)[number];
