import { describe, expect, it } from 'vitest';
import { referenceOf, shortReference } from './reference.ts';
import type { Source } from './story.ts';

const article: Source = {
  id: 'bassam2015',
  type: 'article-newspaper',
  author: [
    { family: 'Bassam', given: 'Laila' },
    { family: 'Perry', given: 'Tom' }
  ],
  title: 'How Iranian general plotted out Syrian assault in Moscow',
  'container-title': 'Reuters',
  issued: { 'date-parts': [[2015, 10, 6]] },
  accessed: { 'date-parts': [[2015, 10, 9]] },
  URL: 'http://www.example.org/a'
};

describe('referenceOf(source)', () => {
  it('gives names in order, the first turned round', () => {
    expect(referenceOf(article)).toEqual({
      authors: 'Bassam, Laila and Tom Perry',
      title: article.title,
      where: 'Reuters',
      issued: '6 October 2015',
      accessed: '9 October 2015',
      url: 'http://www.example.org/a'
    });
  });

  it('gives a date no finer than the source does, and leaves out what is not there', () => {
    const bare = referenceOf({
      id: 'x',
      type: 'report',
      title: 'T',
      issued: { 'date-parts': [[2015, 5]] }
    });
    expect(bare).toEqual({
      authors: '',
      title: 'T',
      where: '',
      issued: 'May 2015',
      accessed: '',
      url: null
    });
  });
});

describe('shortReference(source)', () => {
  it('names one or two authors, else the first and others', () => {
    expect(shortReference(article)).toBe('Bassam and Perry, Reuters, 6 October 2015');
    const three = { ...article, author: [...article.author!, { literal: 'Agency' }] };
    expect(shortReference(three)).toBe('Bassam and others, Reuters, 6 October 2015');
    expect(shortReference({ id: 'x', type: 'report', title: 'T', publisher: 'P' })).toBe('T, P');
  });
});
