import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { articleJsonLd, scriptJson } from './article-json-ld.ts';
import { parseStory } from '../parse/parse-story.ts';

const root = resolve(import.meta.dirname, '../../..');
const story = parseStory(readStoryFolders(resolve(root, 'src/stories'))[0]!, readWorld());

interface Article {
  readonly headline: string;
  readonly url?: string;
  readonly citation: readonly { readonly name: string; readonly url?: string }[];
  readonly creditText: string;
  readonly spatialCoverage: readonly { readonly name: string }[];
}

describe('articleJsonLd(story, address)', () => {
  it('cites every work, with its address where it has one', () => {
    const { citation } = articleJsonLd(story, null) as Article;
    expect(citation.map(({ name }) => name)).toEqual(story.sources.map(({ title }) => title));
    expect(citation.map(({ url }) => url)).toEqual(
      story.sources.map(({ URL, DOI }) => URL ?? (DOI && `https://doi.org/${DOI}`))
    );
  });
  it('names no address where the site’s is not known', () => {
    expect(JSON.stringify(articleJsonLd(story, null))).not.toContain('mainEntityOfPage');
    const address = { page: 'https://a.example/s/', card: 'https://a.example/s/card/index.png' };
    expect((articleJsonLd(story, address) as Article).url).toBe('https://a.example/s/');
  });
  it('gives the credit as plain text and the countries by name', () => {
    const { creditText, spatialCoverage } = articleJsonLd(story, null) as Article;
    expect(creditText).not.toMatch(/[<>[\]]/);
    expect(spatialCoverage.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Russia', 'Iran', 'Syria'])
    );
  });
});

describe('scriptJson(value)', () => {
  it('keeps what would end the script, and means the same', () => {
    const hostile = { title: '</script><script>alert(1)</script><!-- \u2028' };
    const json = scriptJson(hostile);
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(hostile);
  });
});
