import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReference } from './format-reference.ts';
import type { Source } from '../../story/story.ts';

const style = readFileSync('src/cli/citations/chicago-fullnote-bibliography.csl', 'utf8');

const tell = (source: Partial<Source>, lang = 'en') =>
  formatReference({ id: 'x', type: 'webpage', title: 'T', ...source }, style, lang);

const article: Partial<Source> = {
  type: 'article-newspaper',
  author: [
    { family: 'Bassam', given: 'Laila' },
    { family: 'Perry', given: 'Tom' }
  ],
  title: 'How a general plotted an assault',
  'container-title': 'Reuters',
  issued: { 'date-parts': [[2015, 10, 6]] },
  accessed: { 'date-parts': [[2015, 10, 9]] },
  URL: 'http://www.example.org/a?b=1&c=(2)'
};

describe('formatReference(source, style, lang)', () => {
  it('gives the note, the entry of the list and a text to copy, the address in the last alone', () => {
    expect(tell(article)).toEqual({
      id: 'x',
      noteHtml:
        'Laila Bassam and Tom Perry, “How a General Plotted an Assault,” <i>Reuters</i>, 6 October 2015.',
      listHtml:
        'Bassam, Laila, and Tom Perry. “How a General Plotted an Assault.” <i>Reuters</i>, 6 October 2015.',
      text: 'Bassam, Laila, and Tom Perry. “How a General Plotted an Assault.” Reuters, 6 October 2015. http://www.example.org/a?b=1&c=(2).',
      url: 'http://www.example.org/a?b=1&c=(2)',
      archive: {
        url: 'https://web.archive.org/web/20151009/http://www.example.org/a?b=1&c=(2)',
        near: '2015-10-09'
      }
    });
  });

  it('is the same note each time: never “Ibid.”, never shortened', () => {
    const first = tell(article);
    expect(tell(article)).toEqual(first);
    expect(first.noteHtml).not.toMatch(/ibid/i);
  });

  it('names a corporate author as it is, and begins with the title where there is none', () => {
    const agency = tell({ author: [{ literal: 'AEI Critical Threats Project' }] });
    expect(agency.noteHtml).toBe('AEI Critical Threats Project, “T,” n.d.');
    expect(tell({}).noteHtml).toBe('“T,” n.d.');
    expect(tell({ type: 'book', author: [{ family: 'Plato' }] }).listHtml).toBe(
      'Plato. <i>T</i>, n.d.'
    );
  });

  it('keeps names and titles in other scripts as they are', () => {
    const { noteHtml, listHtml } = tell({
      type: 'book',
      title: 'روابط ایران و روسیه',
      author: [
        { family: 'نادری', given: 'نادر' },
        { family: 'Иванов', given: 'Иван' }
      ],
      issued: { 'date-parts': [[2015]] }
    });
    expect(noteHtml).toBe('نادر نادری and Иван Иванов, <i>روابط ایران و روسیه</i>, 2015.');
    expect(listHtml).toBe('نادری, نادر, and Иван Иванов. <i>روابط ایران و روسیه</i>, 2015.');
  });

  it('is content with a year, a month, a DOI, or an unknown type', () => {
    expect(tell({ issued: { 'date-parts': [[2015]] } }).noteHtml).toBe('“T,” 2015.');
    expect(tell({ issued: { 'date-parts': [[2015, 5]] } }).noteHtml).toBe('“T,” May 2015.');
    expect(tell({ type: 'article-journal', DOI: '10.1000/xyz' })).toMatchObject({
      noteHtml: '“T,” n.d.',
      url: 'https://doi.org/10.1000/xyz',
      text: '“T,” n.d. https://doi.org/10.1000/xyz.'
    });
    expect(tell({ type: 'nonsense', publisher: 'P' }).noteHtml).toBe('“T” (P, n.d.).');
    expect(tell({ type: 'legislation', author: [{ literal: 'Parliament' }] }).listHtml).toContain(
      'Parliament. T'
    );
  });

  it('says when a page without a date was read in the text to copy', () => {
    const { text, listHtml } = tell({
      accessed: { 'date-parts': [[2015, 10, 2]] },
      URL: 'https://example.org/a'
    });
    expect(text).toBe('“T.” Accessed 2 October 2015. https://example.org/a.');
    expect(listHtml).toBe('“T,” n.d.');
  });

  it('writes words and dates in the language of the story, in English where it has none', () => {
    const dated = { type: 'book', issued: { 'date-parts': [[2015, 5]] }, author: article.author! };
    expect(tell(dated, 'de').noteHtml).toContain('und Tom Perry');
    expect(tell(dated, 'fa').noteHtml).toContain('and Tom Perry');
  });

  it('takes a work whose words are the names of what every object has, and the works after it', () => {
    for (const word of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      const { id, text } = tell({ id: word, title: `<i>${word}</i>`, author: [{ family: '"' }] });
      expect(id).toBe(word);
      expect(text.toLowerCase()).toBe(`“${word.toLowerCase()},” n.d.`);
      const author = [{ family: word, given: word }];
      expect(tell({ type: 'book', title: word, author, publisher: word }).text).toMatch(
        new RegExp(`^${word}, ${word}\\. ${word}\\. ${word}, n\\.d\\.$`, 'i')
      );
    }
    expect(tell(article).text).toContain('How a General Plotted an Assault');
  });

  it('copies what looks like markup as it is written', () => {
    expect(tell({ author: [{ literal: '<b>' }] }).text).toBe('<b>. “T,” n.d.');
  });

  it('lets no markup through but italics and the like, whatever a work holds', () => {
    const odd = tell({ title: 'names & <signs> <script>alert(1)</script> <i>so</i>' });
    expect(odd.noteHtml).toMatch(/&#38; &#60;signs&#62; &#60;script&#62;/);
    expect(odd.noteHtml).toContain('<i>');
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const part = fc.oneof(
      words,
      fc.constantFrom('<b>', '</b>', '<script>', '<span style="x">', '"', 'toString')
    );
    fc.assert(
      fc.property(part, part, part, (title, family, publisher) => {
        const { noteHtml, listHtml } = tell({ title, publisher, author: [{ family }] });
        const tags = [...`${noteHtml}${listHtml}`.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        for (const tag of tags) expect(tag).toMatch(/^<\/?(i|b|sup|sub|span)( class="\w+")?>$/);
      })
    );
  });
});
