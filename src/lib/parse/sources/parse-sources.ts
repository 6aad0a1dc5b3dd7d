import * as v from 'valibot';
import { daysInMonth } from '../../story/written-date.ts';
import { show, type Fault, type Report } from '../fault.ts';
import { isCitationKey, slugOf } from '../id.ts';
import { Register } from '../register.ts';
import { isLocated, type Located, type SyntaxFault } from '../located.ts';
import { readBibTex, readRis } from './read-bibliography.ts';
import { readJson } from '../read-json.ts';
import { checkKeys, checkShape, text, valueAt } from '../shape.ts';
import { addressOf } from '../../story/reference.ts';
import type { Source } from '../../story/story.ts';
import type { SourceFile } from '../world.ts';

/** Zotero writes some parts of a date as text. */
const datePart = v.union(
  [v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))],
  datePartsForm()
);

const dateSchema = (name: string) =>
  v.pipe(
    v.looseObject({}, `${name} must be an object with date-parts`),
    v.check(
      (date) => Object.hasOwn(date, 'date-parts'),
      `${name} must have date-parts, as in [[2015, 1, 21]] (in BibTeX, date = {2015-01-21})`
    ),
    v.looseObject({
      'date-parts': v.pipe(
        v.array(v.array(datePart, datePartsForm()), datePartsForm()),
        v.check(
          (dates) => dates.length >= 1 && dates.length <= 2 && dates.every(isDate),
          datePartsForm()
        )
      )
    })
  );

const nameSchema = v.looseObject(
  {
    family: v.exactOptional(text('family')),
    given: v.exactOptional(v.string('given must be text')),
    literal: v.exactOptional(text('literal'))
  },
  'an author must be an object with family and given, or literal'
);

export const sourceSchema = v.looseObject(
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

/**
 * Returns the works of a file of sources (CSL-JSON, BibTeX or RIS), keyed by id, in the file's order. A work without an
 * address keeps no date of access: nobody asks when a printed book was read.
 */
export function parseSources(
  text: string,
  file: SourceFile,
  { report, warn }: { readonly report: Report; readonly warn: Report }
): Register<Source> {
  const sources = new Register<Source>(file);
  const { works: data, faults } = readWorks(text, file);
  sources.whole = faults.length === 0;
  for (const fault of faults) report({ file, where: '', ...fault });
  if (!data || !Array.isArray(data.value)) return sources;
  if (file === 'sources.ris') nameWorks(data, (fault) => warn({ file, ...fault }));
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
        got: sources.again(id)
      });
      continue;
    }
    if (isCitationKey(id)) sources.ids.add(id);
    else sources.addMalformed(id);
    sources.lines.set(id, data.at([index]).line);
    if (!source) continue;
    const { accessed, ...others } = source;
    const isOnline = addressOf(source) !== null && accessed !== undefined;
    sources.items.set(id, isOnline ? { ...others, accessed } : others);
  }
  return sources;
}

function readWorks(
  text: string,
  file: SourceFile
): { works: Located | null; faults: readonly SyntaxFault[] } {
  if (file === 'sources.bib') return readBibTex(text);
  if (file === 'sources.ris') return readRis(text);
  const data = readJson(text);
  if (!isLocated(data)) return { works: null, faults: [data] };
  if (Array.isArray(data.value)) return { works: data, faults: [] };
  const expected = 'must be a list of CSL-JSON objects';
  return { works: null, faults: [{ ...data.at([]), expected, got: show(data.value) }] };
}

/** Gives works without an id one made from author and year, `freedman2005`, and warns of it. */
function nameWorks(data: Located, warn: (fault: Omit<Fault, 'file'>) => void): void {
  const works = data.value as Record<string, unknown>[];
  const taken = new Set(works.map(({ id }) => id));
  for (const [index, work] of works.entries()) {
    if (work.id !== undefined) continue;
    const { author, title, issued } = work as Partial<Source>;
    const name = author?.[0]?.family ?? author?.[0]?.literal ?? title ?? '';
    const year = issued?.['date-parts']?.[0]?.[0] ?? '';
    const stem = `${slugOf(name).split('-')[0]}${year}`;
    let id = stem;
    for (let i = 2; taken.has(id); i++) id = `${stem}-${i}`;
    if (id === '') continue;
    taken.add(id);
    work.id = id;
    const expected = `a source should have an ID; from its author and year this one is "${id}"`;
    warn({ where: `source ${index + 1}`, ...data.at([index]), expected, got: 'nothing' });
  }
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
