import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import type { Source } from '../story/story.ts';
import { bibTeX } from './bibtex.ts';

const works: Source[] = [
  {
    id: 'иванов2015',
    type: 'book',
    title: 'Cost: 100 % of $5 & more_or_less #1',
    author: [
      { family: 'Иванов', given: 'Иван' },
      { family: 'نادری', given: 'نادر' }
    ],
    issued: { 'date-parts': [[2015]] }
  },
  {
    id: 'un:68/262',
    type: 'report',
    title: 'Territorial integrity',
    author: [{ literal: 'United Nations General Assembly' }],
    URL: 'https://example.org/a_b?c=1&d=%20(2)'
  },
  { id: 'bare', type: 'webpage', title: 'Bare' }
];

describe('bibTeX(works)', () => {
  const file = bibTeX(works);

  it('keys every work as the story cites it', () => {
    expect([...file.matchAll(/^@\w+\{(.+),$/gm)].map(([, key]) => key)).toEqual(
      works.map(({ id }) => id)
    );
  });

  it('keeps letters of every script, corporate names whole and addresses as they are', () => {
    expect(file).toContain('author = {Иванов, Иван and نادری, نادر}');
    expect(file).toContain('author = {{United Nations General Assembly}}');
    expect(file).toContain('url = {https://example.org/a_b?c=1&d=%20(2)}');
  });

  it('escapes what TeX would read as more than itself', () => {
    expect(file).toContain(String.raw`100 \% of \$5 \& more\_or\_less \#1`);
  });

  it('can be read again', () => {
    const titles = new Cite(file).data.map(({ title }) => title);
    expect(titles).toEqual(works.map(({ title }) => title));
  });
});
