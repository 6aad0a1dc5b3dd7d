import { nearest } from './did-you-mean.ts';

/** Names that the pages of a story already use in its address, so that no step may bear them. */
export const reservedIds: ReadonlySet<string> = new Set([
  'present',
  'speaker',
  'embed',
  'embed.js',
  'data',
  'handout',
  'map',
  'card',
  'oembed',
  'oembed.json',
  'events',
  'events.geojson',
  'events.csv',
  'places',
  'sources',
  'sources.json',
  'index'
]);

/** What an id of a story, section, step, event or place looks like, in words. */
export const idForm = 'lower-case words, a to z and 0 to 9, joined by hyphens';

/** True for `port-calls-caspian-south`; false for `Shoigu`, `a_b`, `-a` and an empty text. */
export function isId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** True for a work's id that a citation can name: `gady2015`, `un:68/262`, `иванов2015`. */
export function isCitationKey(text: string): boolean {
  return new RegExp(`^${citationKey}$`, 'u').test(text);
}

/** The form of a citation key, as the source of a regular expression with the `u` flag. */
export const citationKey = '[\\p{L}\\p{N}_]+(?:[:.+/-][\\p{L}\\p{N}_]+)*';

/**
 * Returns the id that a heading gives: `January: a minister in Tehran` → `january-a-minister-in-tehran`.
 * Accents are dropped; letters outside a to z give nothing, so a heading in Persian gives an empty text.
 */
export function slugOf(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The ids of one kind of thing in a file, and the things themselves. An id whose thing has a fault is
 * in `ids` and not in `items`, so that a fault is told once, where it is, not wherever the id is used.
 */
export class Register<T> {
  readonly items = new Map<string, T>();
  readonly ids = new Set<string>();
  /** False where some of the file could not be read: an id not found may then stand in that part. */
  whole = true;

  /** Returns what is known of an id: `here`, `unknown`, or `unsure` where part of the file was unreadable. */
  find(id: string): 'here' | 'unknown' | 'unsure' {
    if (this.ids.has(id)) return 'here';
    return this.whole ? 'unknown' : 'unsure';
  }

  /** Returns the id itself where it is here, else the one it is probably a slip for, else null. */
  meant(id: string): string | null {
    return this.ids.has(id) ? id : nearest(id, this.ids);
  }
}
