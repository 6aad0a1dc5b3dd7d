import { describe, expect, it } from 'vitest';
import type { Story } from '../story/story.ts';
import { fitOEmbed, oEmbed, oEmbedXml } from './oembed.ts';

const story = {
  slug: 'a-good-year',
  title: 'A good year',
  steps: [{ id: 'vienna', title: 'Vienna & after', html: '' }],
  sources: [],
  geography: { policy: [], contested: [] }
} as unknown as Story;
const site = 'https://maps.example/';

describe('oEmbed(site, story, step)', () => {
  it('answers for the whole story with its link and the frame that is paged by hand', () => {
    const answer = oEmbed(site, story, null);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'A good year',
      provider_name: 'Fulcrum',
      provider_url: site,
      cache_age: 86_400,
      width: 960,
      height: 640,
      thumbnail_url: 'https://maps.example/a-good-year/card/index.png',
      thumbnail_width: 1200,
      thumbnail_height: 630
    });
    expect(answer.fulcrum_size).toMatch(/^[\d.]+ \d+ [\d.]+ \d+$/);
    // The form that WordPress keeps of an answer that it has found by itself.
    expect(answer.html).toMatch(
      /^<blockquote><a href="https:\/\/maps\.example\/a-good-year\/">A good year<\/a><\/blockquote><iframe frameborder="0" src="https:\/\/maps\.example\/a-good-year\/embed\/"[^>]*><\/iframe>$/
    );
    expect(answer.html).toContain('allow-scripts');
    expect(answer.html).not.toContain('<script');
  });

  it('answers for one step with its title, its card and its frame', () => {
    const answer = oEmbed(site, story, story.steps[0]!);
    expect(answer).toMatchObject({ title: 'Vienna & after (A good year)', height: 480 });
    expect(answer.thumbnail_url).toBe('https://maps.example/a-good-year/card/vienna.png');
    expect(answer.html).toContain('/embed/vienna/"');
  });
});

describe('fitOEmbed(answer, wish)', () => {
  const answer = oEmbed(site, story, null);
  const free = { maxWidth: Infinity, maxHeight: Infinity, query: '' };

  it('is the answer itself where nothing is wished for', () => {
    expect(fitOEmbed(answer, free)).toEqual(answer);
  });

  it('is no wider and no higher than a page allows, and drops a card that is', () => {
    const fitted = fitOEmbed(answer, { ...free, maxWidth: 600, maxHeight: 400 });
    expect(fitted).toMatchObject({ width: 600, height: 400 });
    expect(fitted.html).toContain('height="400"');
    expect(Object.keys(fitted).filter((key) => key.startsWith('thumbnail'))).toEqual([]);
    expect(fitOEmbed(answer, { ...free, maxWidth: 1200, maxHeight: 630 })).toMatchObject({
      width: 960,
      height: 630,
      thumbnail_width: 1200
    });
  });

  it('keeps the options of the address', () => {
    const { html } = fitOEmbed(answer, { ...free, query: '?theme=dark&certainty=confirmed' });
    expect(html).toContain('/embed/?theme=dark&amp;certainty=confirmed"');
  });
});

describe('oEmbedXml(answer)', () => {
  it('has an element for each value, escaped', () => {
    const xml = oEmbedXml(oEmbed(site, story, story.steps[0]!));
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/);
    expect(xml).toContain('<title>Vienna &amp; after (A good year)</title>');
    expect(xml).toContain('<height>480</height>');
    expect(xml).toContain('<html>&lt;blockquote&gt;&lt;a href=&quot;');
  });
});
