import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { mapTexts } from '../story/map-texts.ts';
import type { Source } from '../story/story.ts';

/** The characters that mean something to TeX, and how to write them. */
const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}'
};

/** Fields that BibTeX takes verbatim. */
const verbatim: ReadonlySet<string> = new Set(['id', 'type', 'URL', 'DOI']);

/** The works as a BibTeX file, UTF-8; the keys are the ids that the story cites by. */
export function bibTeX(works: readonly Source[]): string {
  // Otherwise the formatter drops all letters but a to z from a key, and the characters that it escapes.
  Object.assign(plugins.config.get('@bibtex').format, {
    useIdAsLabel: true,
    checkLabel: false,
    asciiOnly: false
  });
  const entries = works.map((work) => new Cite([escaped(work)]).format('bibtex').trim());
  return `${entries.join('\n\n')}\n`;
}

function escaped(work: Source): object {
  return Object.fromEntries(
    Object.entries(work).map(([field, value]) => [
      field,
      verbatim.has(field) ? value : mapTexts(value, escapeText)
    ])
  );
}

function escapeText(text: string): string {
  return text.replace(/[\\~^<>&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}
