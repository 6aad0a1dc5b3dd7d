import { describe, expect, it } from 'vitest';
import { accessWords, addressOf, isoDate, shortReference } from './reference.ts';
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

describe('accessWords(source)', () => {
  it('says when a work was read, no finer than the source does', () => {
    expect(accessWords(article)).toBe('9 October 2015');
    expect(accessWords({ ...article, accessed: { 'date-parts': [[2015, 10]] } })).toBe(
      'October 2015'
    );
    expect(accessWords({ ...article, accessed: { 'date-parts': [[2015]] } })).toBe('2015');
    expect(accessWords({ ...article, accessed: { 'date-parts': [[]] } })).toBe('');
    expect(accessWords({ id: 'x', type: 'report', title: 'T' })).toBe('');
  });
});

describe('addressOf(source)', () => {
  it('is the URL, else that of the DOI however it is written, else null', () => {
    const bare = { id: 'x', type: 'report', title: 'T' };
    expect(addressOf(article)).toBe('http://www.example.org/a');
    for (const DOI of [
      '10.1000/x',
      'doi:10.1000/x',
      'DOI: 10.1000/x',
      'http://doi.org/10.1000/x',
      'https://dx.doi.org/10.1000/x'
    ])
      expect(addressOf({ ...bare, DOI })).toBe('https://doi.org/10.1000/x');
    expect(addressOf(bare)).toBe(null);
  });
});

describe('shortReference(source)', () => {
  it('has a date as ISO 8601 in all its parts', () => {
    expect(isoDate({ 'date-parts': [[987, 1, 8]] })).toBe('0987-01-08');
    expect(isoDate({ 'date-parts': [[2015, 11]] })).toBe('2015-11');
    expect(isoDate({ 'date-parts': [[]] })).toBe(null);
    expect(isoDate(undefined)).toBe(null);
  });

  it('names one or two authors, else the first and others', () => {
    expect(shortReference(article)).toBe('Bassam and Perry, Reuters, 6 October 2015');
    const three = { ...article, author: [...article.author!, { literal: 'Agency' }] };
    expect(shortReference(three)).toBe('Bassam and others, Reuters, 6 October 2015');
    expect(shortReference({ id: 'x', type: 'report', title: 'T', publisher: 'P' })).toBe('T, P');
  });
});
