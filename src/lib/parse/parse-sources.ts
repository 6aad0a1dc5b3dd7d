import * as v from 'valibot';
import { daysInMonth } from '../story/written-date.ts';
import { show, type Report } from './fault.ts';
import { isCitationKey } from './id.ts';
import { Register } from './register.ts';
import { isLocated } from './located.ts';
import { readJson } from './read-json.ts';
import { checkKeys, checkShape, valueAt } from './shape.ts';
import type { Source } from '../story/story.ts';

const file = 'sources.json';

const text = (name: string) =>
  v.pipe(v.string(`${name} must be text`), v.trim(), v.nonEmpty(`${name} must not be empty`));

/** Zotero writes some parts of a date as text. */
const datePart = v.union(
  [v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))],
  datePartsForm()
);

const dateSchema = (name: string) =>
  v.looseObject(
    {
      'date-parts': v.pipe(
        v.array(v.array(datePart, datePartsForm()), datePartsForm()),
        v.check(
          (dates) => dates.length >= 1 && dates.length <= 2 && dates.every(isDate),
          datePartsForm()
        )
      )
    },
    `${name} must be an object with date-parts`
  );

const nameSchema = v.looseObject(
  {
    family: v.exactOptional(text('family')),
    given: v.exactOptional(v.string('given must be text')),
    literal: v.exactOptional(text('literal'))
  },
  'an author must be an object with family and given, or literal'
);

const sourceSchema = v.looseObject(
  {
    id: v.pipe(
      text('id'),
      v.check(isCitationKey, 'id must be letters and digits, with _ : . + / or - between them')
    ),
    type: text('type'),
    title: text('title'),
    author: v.exactOptional(
      v.array(
        v.pipe(
          nameSchema,
          v.check(
            ({ family, literal }) => Boolean(family ?? literal),
            'an author must have a family or a literal name'
          )
        ),
        'author must be a list'
      )
    ),
    'container-title': v.exactOptional(text('container-title')),
    publisher: v.exactOptional(text('publisher')),
    genre: v.exactOptional(text('genre')),
    issued: v.exactOptional(dateSchema('issued')),
    accessed: v.exactOptional(dateSchema('accessed')),
    URL: v.exactOptional(
      v.pipe(
        v.string('URL must be text'),
        v.check(isWebAddress, 'URL must start with http:// or https://')
      )
    ),
    DOI: v.exactOptional(text('DOI')),
    note: v.exactOptional(text('note'))
  },
  'a source must be a CSL-JSON object'
);

/** Names of CSL 1.0.2 so near to those above that they must not be taken for misspellings. */
const otherNames = [
  'editor',
  'container-author',
  'issue',
  'keyword',
  'archive',
  'title-short',
  'page',
  'scale',
  'ISSN',
  'ISBN',
  'PMID'
];

/** Returns the works of a `sources.json` (CSL-JSON), keyed by id, in the file's order. */
export function parseSources(json: string, report: Report): Register<Source> {
  const sources = new Register<Source>();
  const data = readJson(json);
  if (!isLocated(data) || !Array.isArray(data.value)) {
    sources.whole = false;
    if (!isLocated(data)) report({ file, where: '', ...data });
    else
      report({
        file,
        where: '',
        ...data.at([]),
        expected: 'must be a list of CSL-JSON objects',
        got: show(data.value)
      });
    return sources;
  }
  for (const index of data.value.keys()) {
    // Zotero writes an address as the id, and beside it the key that its users cite by.
    const entry: unknown = data.value[index];
    if (isRecord(entry) && typeof entry['citation-key'] === 'string') {
      entry.id = entry['citation-key'];
    }
    const id = valueAt(data, [index, 'id']);
    const named = typeof id === 'string' && id !== '';
    const subject = { file, where: named ? `source ${show(id)}` : `source ${index + 1}`, report };
    const names = Object.keys(sourceSchema.entries);
    const misspelt = checkKeys(data, [index], names, subject, 'allowed', otherNames);
    const source = checkShape(data, [index], sourceSchema, subject, misspelt);
    if (!named) {
      sources.whole = false;
      continue;
    }
    if (sources.ids.has(id)) {
      report({
        file,
        where: subject.where,
        ...data.at([index, 'id']),
        expected: 'id must be unique',
        got: `${show(id)} again`
      });
      continue;
    }
    sources.ids.add(id);
    sources.lines.set(id, data.at([index]).line);
    if (source) sources.items.set(id, source);
  }
  return sources;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function datePartsForm(): string {
  return 'date-parts must be [[year, month, day]], month and day as far as known';
}

function isDate(parts: readonly number[]): boolean {
  const [year, month = 1, day = 1] = parts;
  if (year === undefined || parts.length > 3 || !parts.every(Number.isInteger)) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
