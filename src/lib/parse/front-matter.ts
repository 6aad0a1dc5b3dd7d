import * as v from 'valibot';
import type { Gazetteer } from '../story/gazetteer.ts';
import type { EventKind } from '../story/story.ts';
import { parseDate } from '../story/written-date.ts';
import type { Report } from './fault.ts';
import { isLocated } from './located.ts';
import { knownGroups, parseGroups, type StoryGroup } from './geography/parse-groups.ts';
import { parseKinds } from './parse-kinds.ts';
import { parseOwnNames, type OwnName } from './geography/parse-own-names.ts';
import { parseToldBorders, type ToldBorder } from './geography/parse-own-borders.ts';
import { readYaml } from './read-yaml.ts';
import { checkKeys, checkShape, text } from './shape.ts';
import { suggestDate } from './tables/suggest-date.ts';

const file = 'story.md';
const where = 'front matter';

const day = (name: string) => {
  const form = `${name} must be a real day, such as 2015-11-02`;
  return v.pipe(
    v.string(form),
    v.check(
      (date) => parseDate(date)?.precision === 'day',
      ({ input }) => form + suggestDate(input)
    )
  );
};

const vantageForm = 'vantage must be a real month or day, such as 2015-10 or 2015-10-12';
const contactForm = 'contact must be an e-mail address, or an address starting with https://';
const projectionForm = 'projection must be globe or mercator';
const langForm = 'lang must be a language tag, such as en or fa-IR';

export const frontMatterSchema = v.object(
  {
    title: text('title'),
    dek: text('dek'),
    credit: v.exactOptional(text('credit')),
    vantage: v.exactOptional(
      v.pipe(
        v.string(vantageForm),
        v.check(
          (date) => (parseDate(date)?.precision ?? 'year') !== 'year',
          ({ input }) => vantageForm + suggestDate(input)
        )
      )
    ),
    contact: v.exactOptional(
      v.pipe(
        v.string(contactForm),
        v.trim(),
        v.check((to) => /^[^\s@:/]+@[^\s@:/]+$/.test(to) || isSecureAddress(to), contactForm)
      )
    ),
    kinds: v.exactOptional(v.unknown()),
    groups: v.exactOptional(v.unknown()),
    names: v.exactOptional(v.unknown()),
    borders: v.exactOptional(v.unknown()),
    projection: v.exactOptional(v.picklist(['globe', 'mercator'], projectionForm)),
    byline: v.exactOptional(text('byline')),
    published: v.exactOptional(day('published')),
    updated: v.exactOptional(day('updated')),
    lang: v.pipe(v.string(langForm), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, langForm))
  },
  'front matter must have title, dek and lang'
);

/** The front matter of a `story.md`. */
interface FrontMatter extends v.InferOutput<typeof frontMatterSchema> {
  /** The line of `credit`, for faults inside it. */
  readonly creditLine: number;
  readonly langLine: number;
}

/** The two parts of a `story.md`: its front matter, if valid, and the rest with the line it starts on. */
export interface StoryText {
  readonly frontMatter: FrontMatter | null;
  readonly body: string;
  readonly bodyLine: number;
  /** The kinds of event that the story may use, by id; null where the front matter cannot be read. */
  readonly kinds: ReadonlyMap<string, EventKind> | null;
  /** The groups of countries that it may name, by id; null where the front matter cannot be read. */
  readonly groups: ReadonlyMap<string, StoryGroup> | null;
  /** The names that it gives countries and seas, by code and id. */
  readonly names: ReadonlyMap<string, OwnName>;
  /** The contested areas and lines that it draws otherwise. */
  readonly borders: readonly ToldBorder[];
}

/** Returns the front matter (YAML between two lines of `---`) and the text below it. */
export function splitStory(markdown: string, gazetteer: Gazetteer, report: Report): StoryText {
  const lines = markdown.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]!.trimEnd() !== '---' || end < 0) {
    const expected = 'must start with front matter between two lines of ---';
    const got = lines[0]!.trimEnd() !== '---' ? 'none' : 'one that is never closed';
    report({ file, line: 1, where: '', expected, got });
    const heading = Math.max(
      lines.findIndex((line) => /^#+ /.test(line)),
      0
    );
    return {
      frontMatter: null,
      body: lines.slice(heading).join('\n'),
      bodyLine: heading + 1,
      ...unreadable
    };
  }
  const body = { body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
  const data = readYaml(lines.slice(1, end).join('\n'), 2);
  if (!isLocated(data)) {
    report({ file, where, ...data });
    return { frontMatter: null, ...body, ...unreadable };
  }
  const subject = { file, where, report };
  const misspelt = checkKeys(data, [], Object.keys(frontMatterSchema.entries), subject);
  const lineOf = (key: string) => data.at([key]).line;
  const known = checkShape(data, [], frontMatterSchema, subject, misspelt);
  if (known?.published && known.updated && known.updated < known.published) {
    const expected = `updated must not be before published, ${known.published}`;
    report({ file, where, ...data.at(['updated']), expected, got: known.updated });
  }
  return {
    frontMatter: known && { ...known, creditLine: lineOf('credit'), langLine: lineOf('lang') },
    ...body,
    kinds: misspelt.includes('kinds') ? null : parseKinds(data, subject),
    groups: misspelt.includes('groups')
      ? null
      : new Map([
          ...knownGroups(gazetteer, known?.vantage ?? null, known?.lang ?? 'en'),
          ...parseGroups(data, gazetteer, subject)
        ]),
    names: parseOwnNames(data, gazetteer, subject),
    borders: parseToldBorders(data, subject)
  };
}

/** What a front matter says that cannot be read. */
const unreadable = { kinds: null, groups: null, names: new Map<string, OwnName>(), borders: [] };

function isSecureAddress(text: string): boolean {
  return /^https:\/\//.test(text) && URL.canParse(text);
}
