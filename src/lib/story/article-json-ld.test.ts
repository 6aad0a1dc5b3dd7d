import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { articleJsonLd, scriptJson } from './article-json-ld.ts';
import { parseStory } from '../parse/parse-story.ts';
import type { Source } from './story.ts';

const root = resolve(import.meta.dirname, '../../..');
const story = parseStory(readStoryFolders(resolve(root, 'src/stories'))[0]!, readWorld());
const citing = (source: Omit<Source, 'id' | 'type'>) =>
  articleJsonLd({ ...story, sources: [{ id: 'x', type: 'report', ...source }] }, null);

describe('articleJsonLd(story, address)', () => {
  it('describes the story, its sections and the countries that its map highlights', () => {
    expect(articleJsonLd(story, null)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: story.title,
      description: story.dek,
      inLanguage: 'en',
      articleSection: story.sections.map(({ title }) => title),
      spatialCoverage: expect.arrayContaining(
        ['Russia', 'Iran', 'Syria'].map((name) => ({ '@type': 'Place', name }))
      ) as object[]
    });
    expect(JSON.stringify(articleJsonLd(story, null))).not.toContain('"France"');
  });

  it('gives the credit as plain text, where there is one', () => {
    expect(
      articleJsonLd({ ...story, creditHtml: 'By <em>Katz</em> &amp; co' }, null)
    ).toMatchObject({ creditText: 'By Katz & co' });
    expect(articleJsonLd({ ...story, creditHtml: '' }, null)).not.toHaveProperty('creditText');
  });

  it('names its media with credit and licence, and where they are', () => {
    const filmed = parseStory(
      readStoryFolder(resolve(root, 'tests/stories/media-test')),
      readWorld()
    );
    const page = 'https://a.example/media-test/';
    const { associatedMedia } = articleJsonLd(filmed, { page, card: page }) as {
      associatedMedia: readonly Record<string, string>[];
    };
    expect(associatedMedia.map((medium) => medium['@type'])).toContain('AudioObject');
    expect(associatedMedia[0]).toMatchObject({
      '@type': 'ImageObject',
      name: 'The ship in port',
      creditText: 'Drawn for the tests',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      contentUrl: expect.stringMatching(/^https:\/\/a\.example\/media-test\/media\/ship-/) as string
    });
    expect(associatedMedia[2]).toMatchObject({ copyrightNotice: 'Public domain' });
    expect(articleJsonLd(story, null)).not.toHaveProperty('associatedMedia');
  });

  it('has the addresses of page and card where the site’s is known, else none', () => {
    const address = { page: 'https://a.example/s/', card: 'https://a.example/s/card/index.png' };
    expect(articleJsonLd(story, address)).toMatchObject({
      url: address.page,
      mainEntityOfPage: address.page,
      image: address.card
    });
    const without = articleJsonLd(story, null);
    for (const name of ['url', 'mainEntityOfPage', 'image']) {
      expect(without).not.toHaveProperty(name);
    }
  });

  it('cites every work', () => {
    const { citation } = articleJsonLd(story, null) as { citation: { name: string }[] };
    expect(citation.map(({ name }) => name)).toEqual(story.sources.map(({ title }) => title));
  });

  it('says of a work who wrote it, when and where it was published, and where to read it', () => {
    const work = citing({
      title: 'A report',
      author: [{ given: 'Ann', family: 'Lee' }, { family: 'Roe' }, { literal: 'An agency' }],
      issued: { 'date-parts': [[2015, 1, 8]] },
      'container-title': 'A review',
      publisher: 'A press',
      DOI: 'https://doi.org/10.1000/x'
    });
    expect(work).toHaveProperty('citation', [
      {
        '@type': 'CreativeWork',
        name: 'A report',
        author: [
          { '@type': 'Person', name: 'Ann Lee' },
          { '@type': 'Person', name: 'Roe' },
          { '@type': 'Organization', name: 'An agency' }
        ],
        datePublished: '2015-01-08',
        publisher: { '@type': 'Organization', name: 'A review' },
        url: 'https://doi.org/10.1000/x'
      }
    ]);
    expect(citing({ title: 'B', publisher: 'A press' })).toMatchObject({
      citation: [{ publisher: { name: 'A press' } }]
    });
  });

  it('leaves out what is not known of a work', () => {
    expect(citing({ title: 'C', author: [] })).toHaveProperty('citation', [
      { '@type': 'CreativeWork', name: 'C' }
    ]);
  });
});

describe('scriptJson(value)', () => {
  it('keeps what would end the script or a line of it, and means the same', () => {
    const hostile = { title: '</script><script>alert(1)</script><!-- \u2028 \u2029' };
    const json = scriptJson(hostile);
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(hostile);
  });
});
