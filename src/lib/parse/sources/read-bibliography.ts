import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { show } from '../fault.ts';
import type { Located, SyntaxFault } from '../located.ts';

/** The works of a BibTeX, BibLaTeX or RIS file as CSL-JSON, each at the line it starts on, and what could not be read. */
export interface Bibliography {
  readonly works: Located;
  readonly faults: readonly SyntaxFault[];
}

interface Entry {
  readonly text: string;
  readonly line: number;
}

type Work = Record<string, unknown>;

/** A BibTeX entry that is a work: its type, and the key it is cited by. */
const workStart = /^@(?!string|preamble|comment)\s*[a-z]+\s*[{(]\s*([^,]*?)\s*(?=,)/i;

/** Returns the works of a BibTeX or BibLaTeX file. */
export function readBibTex(text: string): Bibliography {
  const entries = entriesOf(text, /^[ \t]*@\s*[a-z]+\s*[{(]/gim);
  const macros = entries.filter((entry) => /^@\s*string/i.test(entry.text));
  const before = macros
    .map((entry) => entry.text)
    .join(' ')
    .replaceAll('\n', ' ');
  return collect(
    entries.filter((entry) => !/^@\s*(string|preamble|comment)/i.test(entry.text)),
    'must be BibTeX, as in @book{freedman2005, title = {…}, year = {2005}}',
    text,
    (entry) => {
      const [start, key] = workStart.exec(entry.text) ?? [];
      if (start === undefined || key === undefined) {
        const got = show(entry.text.split('\n')[0]);
        return { line: entry.line, column: 1, expected: 'a work must have a key and fields', got };
      }
      // The key stands apart, because the parser takes only some of those that can be cited.
      const head = start.slice(0, start.length - key.length);
      try {
        const plain = `${before} ${head}work${entry.text.slice(start.length)}`;
        const work = read(plain, '@biblatex/text');
        return { ...work, id: key, 'citation-key': key };
      } catch (error) {
        return syntaxFault(error, entry);
      }
    }
  );
}

/** Returns the works of a RIS file. A work without an `ID` has no id. */
export function readRis(text: string): Bibliography {
  const expected = 'must be RIS: each work from a line "TY  - BOOK" to a line "ER  -"';
  return collect(entriesOf(text, /^TY {2}- /gm), expected, text, ({ text: entry }) => {
    const { id, ...work } = read(entry, '@ris/file');
    return /^ID {2}- /m.test(entry) ? { ...work, id } : work;
  });
}

/** The parts of a text that begin where a pattern matches, each with its line. */
function entriesOf(text: string, start: RegExp): Entry[] {
  const starts = [...text.matchAll(start)].map(({ index }) => index);
  return starts.map((from, i) => ({
    text: text.slice(from, starts[i + 1]).trim(),
    line: text.slice(0, from).split('\n').length
  }));
}

function collect(
  entries: readonly Entry[],
  expected: string,
  text: string,
  parse: (entry: Entry) => Work | SyntaxFault
): Bibliography {
  const works: { work: Work; line: number }[] = [];
  const faults: SyntaxFault[] = [];
  for (const entry of entries) {
    const parsed = parse(entry);
    if (isFault(parsed)) faults.push(parsed);
    else works.push({ work: parsed, line: entry.line });
  }
  if (entries.length === 0) {
    const got = show(text.trim().split('\n')[0]);
    faults.push({ line: 1, column: 1, expected, got });
  }
  return {
    works: {
      value: works.map(({ work }) => work),
      at: ([index]) => ({ line: works[Number(index)]?.line ?? 1, column: 1 })
    },
    faults
  };
}

function isFault(parsed: Work | SyntaxFault): parsed is SyntaxFault {
  return 'expected' in parsed;
}

function read(text: string, forceType: string): Work {
  return { ...new Cite(text, { forceType, generateGraph: false }).data[0] };
}

/** The fault of an entry that the parser stops at: most of its errors end with a line and a column. */
function syntaxFault(error: unknown, entry: Entry): SyntaxFault {
  const lines = entry.text.split('\n');
  const row = Number(/at line (\d+) col/.exec(String(error))?.[1] ?? 1) - 1;
  const atEnd = /got EOF/.test(String(error));
  return {
    line: entry.line + Math.min(row, lines.length - 1),
    column: 1,
    expected: 'must be BibTeX (every brace and quote closed, a comma between two fields)',
    got: atEnd ? 'the end of the entry' : show(lines[row]?.trim())
  };
}
