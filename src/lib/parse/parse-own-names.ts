import * as v from 'valibot';
import type { Gazetteer } from '../story/gazetteer.ts';
import { didYouMean } from './did-you-mean.ts';
import { show } from './fault.ts';
import type { Located } from './located.ts';
import { checkKeys, checkShape, valueAt, type Subject } from './shape.ts';

/** A name that a story gives a country or a sea instead of the map's, and why. */
export interface OwnName {
  readonly name: string;
  readonly reason: string;
}

const text = (name: string) =>
  v.pipe(v.string(`${name} must be text`), v.trim(), v.nonEmpty(`${name} must not be empty`));

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
  const own = valueAt(frontMatter, ['names']);
  if (own === undefined) return names;
  const { file, where, report } = subject;
  if (typeof own !== 'object' || own === null || Array.isArray(own)) {
    const expected =
      'names must be a mapping, such as FLK: {name: Falkland Islands, reason: As the islanders say}';
    report({ file, where, ...frontMatter.at(['names']), expected, got: show(own) });
    return names;
  }
  const known = [...Object.keys(countries), ...seas.map(({ id }) => id)];
  for (const id of Object.keys(own)) {
    const path = ['names', id];
    const named: Subject = { ...subject, where: `name ${show(id)}` };
    if (!known.includes(id)) {
      const expected = `names must be of countries, by alpha-3 code, or of seas, by id${didYouMean(id, known)}`;
      report({ file, where: named.where, ...frontMatter.at(path), expected, got: show(id) });
    }
    const misspelt = checkKeys(frontMatter, path, Object.keys(schema.entries), named);
    const name = checkShape(frontMatter, path, schema, named, misspelt);
    if (name) names.set(id, name);
  }
  return names;
}
