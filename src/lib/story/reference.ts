import { dateWords } from './dates.ts';
import type { CslDate, Source } from './story.ts';

/** A work as readers see it in a list: `Katz, Mark N. “The Iran Primer: Iran and Russia.” …, August 2015.` */
export interface Reference {
  readonly authors: string;
  readonly title: string;
  /** Where it stands: a journal, a newspaper, a publisher, a kind of report; may be empty. */
  readonly where: string;
  /** To the precision the source gives; empty where it gives none. */
  readonly issued: string;
  readonly accessed: string;
  readonly url: string | null;
}

/** The parts of a work's reference, in words. */
export function referenceOf(source: Source, lang = 'en'): Reference {
  const authors = (source.author ?? []).map(({ family, given, literal }, i) => {
    if (literal !== undefined) return literal;
    if (i === 0) return [family, given].filter(Boolean).join(', ');
    return [given, family].filter(Boolean).join(' ');
  });
  return {
    authors: list(authors),
    title: source.title,
    where: [source.genre, source['container-title'], source.publisher].filter(Boolean).join(', '),
    issued: cslDateWords(source.issued, lang),
    accessed: cslDateWords(source.accessed, lang),
    url: source.URL ?? (source.DOI ? `https://doi.org/${source.DOI}` : null)
  };
}

/** A work in a few words: `Gady, The Diplomat, 21 January 2015`. */
export function shortReference(source: Source, lang = 'en'): string {
  const [first, ...others] = source.author ?? [];
  const name = first?.literal ?? first?.family ?? source.title;
  const names =
    others.length === 0
      ? name
      : others.length === 1
        ? `${name} and ${others[0]!.literal ?? others[0]!.family}`
        : `${name} and others`;
  const where = source['container-title'] ?? source.publisher;
  return [names, where, cslDateWords(source.issued, lang)].filter(Boolean).join(', ');
}

function list(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function cslDateWords(date: CslDate | undefined, lang: string): string {
  const parts = date?.['date-parts'][0];
  if (!parts || parts.length === 0) return '';
  const start = parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const datePrecision = parts.length >= 3 ? 'day' : parts.length === 2 ? 'month' : 'year';
  return dateWords({ start, end: null, datePrecision }, lang);
}
