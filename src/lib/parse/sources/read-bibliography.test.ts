import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFault, formatWarning } from '../fault.ts';
import { parseSources } from './parse-sources.ts';
import type { SourceFile } from '../world.ts';

/** Returns the works of a file of sources, and what the author is told. */
function read(file: SourceFile, text: string) {
  const told: string[] = [];
  const sources = parseSources(text, file, {
    report: (fault) => told.push(formatFault(fault)),
    warn: (fault) => told.push(formatWarning(fault))
  });
  return { works: [...sources.items.values()], lines: [...sources.lines.values()], told };
}

const gady = {
  id: 'gady2015',
  type: 'article-magazine',
  title: 'Russia and Iran Sign',
  author: [{ family: 'Gady', given: 'Franz-Stefan' }],
  'container-title': 'The Diplomat',
  issued: { 'date-parts': [[2015, 1, 21]] },
  accessed: { 'date-parts': [[2015, 11, 2]] },
  URL: 'https://thediplomat.com/'
};
const freedman = {
  id: 'freedman:2005',
  type: 'book',
  title: 'The Official History: War',
  author: [{ family: 'Freedman', given: 'Lawrence' }],
  publisher: 'Routledge',
  issued: { 'date-parts': [[2005]] }
};

describe('parseSources(text, file, { report, warn })', () => {
  it('reads BibTeX and BibLaTeX, with the line of each work', () => {
    const { works, lines, told } = read(
      'sources.bib',
      `% Exported
@string{dip = {The Diplomat}}
@comment{nothing}
@article{gady2015,
  author = {Gady, Franz-Stefan}, title = {{Russia} and Iran Sign},
  journal = dip, date = {2015-01-21}, url = {https://thediplomat.com/}, urldate = {2015-11-02}
}

@book{freedman:2005,
  author = "Lawrence Freedman", title = {The Official History}, subtitle = {War},
  publisher = {Routledge}, year = 2005, urldate = {2020-01-02}
}`
    );
    expect(works).toMatchObject([{ ...gady, type: 'article-journal' }, freedman]);
    expect(works[1]).not.toHaveProperty('accessed');
    expect(lines).toEqual([4, 9]);
    expect(told).toEqual([]);
  });

  it('reads RIS, and gives works without an id one', () => {
    const { works, lines, told } = read(
      'sources.ris',
      `TY  - MGZN
AU  - Gady, Franz-Stefan
TI  - Russia and Iran Sign
T2  - The Diplomat
DA  - 2015/01/21/
Y2  - 2015/11/02/
UR  - https://thediplomat.com/
ID  - gady2015
ER  - 

TY  - BOOK
AU  - Freedman, Lawrence
TI  - The Official History: War
PB  - Routledge
PY  - 2005
Y2  - 2020/01/02/
ER  - 
`
    );
    expect(works).toMatchObject([gady, { ...freedman, id: 'freedman2005' }]);
    expect(works[1]).not.toHaveProperty('accessed');
    expect(lines).toEqual([1, 11]);
    expect(told).toEqual([
      'sources.ris:11 source 2: warning: a source should have an ID; from its author and year this one is "freedman2005", got nothing'
    ]);
  });

  it('gives works or faults for any text', () => {
    const parts = [
      '@book{',
      'a',
      '=',
      '{',
      '}',
      '"',
      ',',
      '\n',
      'title',
      '#',
      '1',
      '\\',
      'TY  - BOOK\n',
      'ID  - ',
      'PY  - ',
      'ER  - \n'
    ];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('sources.bib', 'sources.ris'), (text, file) => {
        const { works, told } = read(file, text);
        expect(works.length + told.length).toBeGreaterThan(0);
      })
    );
  });
});
