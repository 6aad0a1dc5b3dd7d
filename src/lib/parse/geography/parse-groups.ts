import * as v from 'valibot';
import type { Gazetteer } from '../../story/gazetteer.ts';
import { parseDate, type WrittenDate } from '../../story/written-date.ts';
import { countryHint } from './country-hint.ts';
import { show } from '../fault.ts';
import { nameIn } from './geography.ts';
import type { Located } from '../located.ts';
import { ownEntries } from '../own-entries.ts';
import { checkKeys, checkShape, type Subject } from '../shape.ts';

/** A group of countries that a step may frame or highlight. */
export interface StoryGroup {
  readonly name: string;
  /** Alpha-3 codes. */
  readonly members: readonly string[];
  /** Who says so, and of when; empty where the author does. */
  readonly source: string;
}

const nameRule = 'name must be text';
const membersRule = 'members must be a list of countries, such as [RUS, ARM]';

const schema = v.object(
  {
    name: v.pipe(v.string(nameRule), v.trim(), v.nonEmpty(nameRule)),
    members: v.pipe(v.array(v.string(membersRule), membersRule), v.nonEmpty(membersRule))
  },
  'a group must be {name, members}'
);

/**
 * Returns the groups that the gazetteer knows, by id, with the members that they had at a story's vantage, or have
 * where it names none, and names in its language.
 */
export function knownGroups(
  { groups }: Gazetteer,
  vantage: string | null,
  lang: string
): Map<string, StoryGroup> {
  const now = vantage === null ? null : parseDate(vantage);
  return new Map(
    Object.entries(groups).map(([id, { names, source, members }]) => [
      id,
      {
        name: nameIn(names, lang),
        source,
        members: members.filter((span) => holds(span, now)).flatMap(({ codes }) => codes)
      }
    ])
  );
}

/** Whether a membership holds at some day of a date; at present where that is null. */
function holds(
  { since, until }: Gazetteer['groups'][string]['members'][number],
  now: WrittenDate | null
): boolean {
  if (now === null) return until === undefined;
  return (
    parseDate(since)!.first <= now.last &&
    (until === undefined || parseDate(until)!.last >= now.first)
  );
}

/** Returns the author's own groups, from `groups` of the front matter, by id. */
export function parseGroups(
  frontMatter: Located,
  { countries }: Gazetteer,
  subject: Subject
): Map<string, StoryGroup> {
  const groups = new Map<string, StoryGroup>();
  const example = 'EAEU: {name: Eurasian Economic Union, members: [RUS, ARM]}';
  const entries = ownEntries(frontMatter, 'groups', { noun: 'group', example }, subject);
  for (const { id, path, subject: named, complain } of entries) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/i.test(id))
      complain([], 'the id of a group must be letters and digits, joined by hyphens', show(id));
    if (Object.hasOwn(countries, id))
      complain([], "the id of a group must not be a country's code", show(id));
    const misspelt = checkKeys(frontMatter, path, Object.keys(schema.entries), named);
    const group = checkShape(frontMatter, path, schema, named, misspelt);
    const members = group?.members ?? [];
    for (const [index, code] of members.entries()) {
      if (!Object.hasOwn(countries, code)) {
        const expected = `members must be ISO 3166-1 alpha-3 codes${countryHint(code, countries)}`;
        complain(['members', index], expected, show(code));
      } else if (members.indexOf(code) !== index) {
        complain(['members', index], 'members must name each country once', `${show(code)} again`);
      }
    }
    // One with a fault is known all the same, so that the steps that name it are not faults too.
    groups.set(id, { name: group?.name ?? id, members, source: '' });
  }
  return groups;
}
