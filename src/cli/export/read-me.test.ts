import { describe, expect, it } from 'vitest';
import type { Story } from '../../lib/story/story.ts';
import { readMe } from './read-me.ts';

const story = { slug: 'one', title: 'Salt & "<light>"' } as Story;
const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href!);

describe('readMe(story, pages)', () => {
  it('leads to the pages that are there, with a server and without', () => {
    const html = readMe(story, new Set(['index.html', 'handout/index.html']));
    expect(hrefs(html)).toEqual([
      'http://127.0.0.1:8000/',
      'one/',
      'one/handout/',
      'one/index.html',
      'one/handout/index.html',
      'one/handout/index.html?for=student',
      'one/handout/index.html?for=teacher'
    ]);
  });

  it('leads to presenting through a server only', () => {
    const html = readMe(story, new Set(['present/index.html', 'present/speaker/index.html']));
    expect(hrefs(html).slice(1)).toEqual(['one/present/', 'one/present/speaker/']);
  });

  it('has the title as text', () => {
    expect(readMe(story, new Set())).toContain('<h1>Salt &amp; &quot;&lt;light&gt;&quot;</h1>');
  });
});
