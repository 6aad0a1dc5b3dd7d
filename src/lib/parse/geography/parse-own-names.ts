import * as v from 'valibot';
import type { Gazetteer } from '../../story/gazetteer.ts';
import { countryHint } from './country-hint.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show } from '../fault.ts';
import type { Located } from '../located.ts';
import { ownEntries } from '../own-entries.ts';
import { checkKeys, checkShape, type Subject, text } from '../shape.ts';

/** A name that a story gives a country or a sea instead of the map's, and why. */
export interface OwnName {
  readonly name: string;
  readonly reason: string;
}

const schema = v.object(
  { name: text('name'), reason: text('reason') },
  'a name must be {name, reason}'
);

/** Returns the story's own names, from `names` of the front matter, by the code of a country or the id of a sea. */
export function parseOwnNames(
  frontMatter: Located,
  { countries, seas }: Gazetteer,
  subject: Subject
): Map<string, OwnName> {
  const names = new Map<string, OwnName>();
  const known = [...Object.keys(countries), ...seas.map(({ id }) => id)];
  const example = 'FLK: {name: Falkland Islands, reason: As the islanders say}';
  const entries = ownEntries(frontMatter, 'names', { noun: 'name', example }, subject);
  for (const { id, path, subject: named, complain } of entries) {
    if (!known.includes(id)) {
      const expected = `names must be of countries, by alpha-3 code, or of seas, by id${countryHint(id, countries) || didYouMean(id, known)}`;
      complain([], expected, show(id));
    }
    const misspelt = checkKeys(frontMatter, path, Object.keys(schema.entries), named);
    const name = checkShape(frontMatter, path, schema, named, misspelt);
    if (name) names.set(id, name);
  }
  return names;
}
