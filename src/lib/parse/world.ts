import type { Gazetteer } from '../story/gazetteer.ts';
import type { MediaFacts } from './media-fence/media-facts.ts';
import type { Islets, Land } from '../sea-route/country-land.ts';

/** What all stories share: the geography they are checked against and the style of their citations. */
export interface World {
  /** The names of `static/geo`. */
  readonly gazetteer: Gazetteer;
  /** The land of `static/geo`. */
  readonly land: Land;
  /** Islands that `land` leaves out. */
  readonly islets: Islets;
  /** How works are cited: a style of the Citation Style Language, XML. */
  readonly citationStyle: string;
}

/** A story folder. Paths are relative to it, with slashes: `layers/zone.geojson`. */
export interface StoryFolder {
  /** The folder's name, which is the story's part of the address. */
  readonly slug: string;
  /** The texts in it by path, as UTF-8; a missing file is left out. */
  readonly files: Readonly<Record<string, string>>;
  /** What all other files in it are, by path. */
  readonly media: Readonly<Record<string, MediaFacts>>;
}

/** The files that a story folder must have. */
export const requiredFiles = ['story.md', 'events.csv', 'places.geojson'] as const;
/** The files that may hold its sources, of which it must have one: CSL-JSON, BibTeX or BibLaTeX, and RIS. */
export const sourceFiles = ['sources.json', 'sources.bib', 'sources.ris'] as const;
export type SourceFile = (typeof sourceFiles)[number];
/** A file at the top of a story folder; `corrections.csv` is there only once something has been corrected. */
export type StoryFile = (typeof requiredFiles)[number] | SourceFile | 'corrections.csv';
/** The endings of files that are read as text. */
export const textEndings = [
  'bib',
  'csv',
  'geojson',
  'json',
  'md',
  'ris',
  'txt',
  'vtt',
  'yaml',
  'yml'
] as const;
