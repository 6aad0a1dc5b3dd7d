/** Names that the pages of a story already use in its address, so that no step may have them as its id. */
export const reservedIds: ReadonlySet<string> = new Set([
  'present',
  'speaker',
  'embed',
  'embed.js',
  'data',
  'handout',
  'lesson',
  'class',
  'map',
  'outline',
  'media',
  'card',
  'oembed',
  'oembed.json',
  'events',
  'events.geojson',
  'events.csv',
  'places',
  'sources',
  'sources.json',
  'sources.bib',
  'index'
]);

/** Names that the site already uses in its own address, so that no story may have them. */
export const reservedSlugs: ReadonlySet<string> = new Set(['geo', 'oembed', 'index', '404']);

/** The form of the id of a story, section, step, event or place, in words. */
export const idForm = 'lower-case words, a to z and 0 to 9, joined by hyphens';

/** Returns what is expected of a malformed id: `id must be lower-case words, … (write "moscow-city")`. */
export function idRule(id: string, name = 'id'): string {
  const slug = slugOf(id);
  return `${name} must be ${idForm}${slug === '' ? '' : ` (write "${slug}")`}`;
}

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
 * Returns the id made from a heading: `January: a minister in Tehran` → `january-a-minister-in-tehran`. Accents are
 * dropped, and so are letters outside a to z: a heading in Persian gives an empty text.
 */
export function slugOf(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
