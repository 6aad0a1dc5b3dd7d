import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { mapTexts } from '../story/map-texts.ts';
import type { Source } from '../story/story.ts';

/** What TeX reads as more than itself. */
const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}'
};

/** Fields that BibTeX takes as they are. */
const verbatim: ReadonlySet<string> = new Set(['id', 'type', 'URL', 'DOI']);

/** The works as a BibTeX file, UTF-8; the keys are those that the story cites by. */
export function bibTeX(works: readonly Source[]): string {
  // The formatter would else drop all letters but a to z, and with them the signs that it escapes.
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
