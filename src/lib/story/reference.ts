import { writtenDateWords } from './dates.ts';
import type { CslDate, Source } from './story.ts';

/** A work in a few words: `Gady, The Diplomat, 21 January 2015`. `Story.references` has it in full. */
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

/** The date on which the author of the story read a work, in words; empty where it is not given. */
export function accessWords(source: Source, lang = 'en'): string {
  return cslDateWords(source.accessed, lang);
}

/** The address at which a work can be read; null where it has none. */
export function addressOf({ URL, DOI }: Source): string | null {
  if (URL !== undefined) return URL;
  if (DOI === undefined) return null;
  return `https://doi.org/${DOI.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')}`;
}

function cslDateWords(date: CslDate | undefined, lang: string): string {
  const written = isoDate(date);
  return written === null ? '' : writtenDateWords(written, lang);
}

/** A date of CSL-JSON as `2015-01-08`, `2015-01` or `2015`; null where there is none. */
export function isoDate(date: CslDate | undefined): string | null {
  const parts = date?.['date-parts'][0] ?? [];
  if (parts.length === 0) return null;
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
