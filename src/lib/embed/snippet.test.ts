import { describe, expect, it } from 'vitest';
import type { Story } from '../story/story.ts';
import { embedSnippet, frameHeights, type SnippetOptions } from './snippet.ts';

const vienna = { id: 'vienna', title: 'July: “Yes” & <no>', html: '<p>Ten words.</p>' };
const story = {
  slug: 'a-good-year',
  title: 'A good year',
  steps: [vienna],
  sources: [{}],
  geography: { policy: [], contested: [] }
} as unknown as Story;

const snippet = (options: Partial<SnippetOptions>) =>
  embedSnippet({
    site: 'https://maps.example/',
    story,
    step: null,
    theme: 'auto',
    mode: 'paged',
    ...options
  });
const step = story.steps[0]!;

/** The value of an attribute of the snippet’s frame. */
const attribute = (html: string, name: string) =>
  new RegExp(`<iframe [^>]*\\b${name}="([^"]*)"`).exec(html)?.[1];

describe('embedSnippet(options)', () => {
  it('is a frame in a block of its own and, for readers whose page strips it, a link', () => {
    expect(snippet({})).toBe(
      '<div><iframe src="https://maps.example/a-good-year/embed/" title="Story map: A good year" ' +
        'width="100%" height="640" style="border:0;width:100%" loading="lazy" ' +
        'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow=""></iframe></div>\n' +
        '<p><a href="https://maps.example/a-good-year/">A good year</a></p>'
    );
  });

  it('brings a step by its own address and link, in a lower frame', () => {
    const html = snippet({ step });
    expect(attribute(html, 'src')).toBe('https://maps.example/a-good-year/embed/vienna/');
    expect(attribute(html, 'height')).toBe(String(frameHeights.step));
    expect(html).toContain('<p><a href="https://maps.example/a-good-year/#vienna">');
  });

  it('escapes what the author wrote', () => {
    const title = 'July: “Yes” &amp; &lt;no&gt; (A good year)';
    const html = snippet({ step });
    expect(attribute(html, 'title')).toBe(`Story map: ${title}`);
    expect(html).toContain(`>${title}</a>`);
    expect(attribute(snippet({ story: { ...story, title: '"Peace"' } }), 'title')).toBe(
      'Story map: &quot;Peace&quot;'
    );
  });

  it('asks for a theme in the address, where one is chosen', () => {
    const src = attribute(snippet({ theme: 'dark', step }), 'src');
    expect(src).toBe('https://maps.example/a-good-year/embed/vienna/?theme=dark');
  });

  it('shows only the certainties that are chosen, beside the theme', () => {
    const certainties = new Set(['confirmed', 'reported'] as const);
    expect(attribute(snippet({ certainties }), 'src')).toBe(
      'https://maps.example/a-good-year/embed/?certainty=confirmed,reported'
    );
    expect(attribute(snippet({ certainties, theme: 'host', mode: 'scroll' }), 'src')).toBe(
      'https://maps.example/a-good-year/embed/?theme=host&amp;certainty=confirmed,reported#ride'
    );
  });

  it('has the newsroom’s colour and face', () => {
    expect(attribute(snippet({ accent: 'b5121b', face: 'sans', theme: 'dark' }), 'src')).toBe(
      'https://maps.example/a-good-year/embed/?theme=dark&amp;accent=b5121b&amp;face=sans'
    );
  });

  it('is as wide as its column, or wider on both sides', () => {
    expect(snippet({})).toMatch(/^<div><iframe/);
    expect(snippet({ width: 'wide' })).toMatch(/^<div style="width:min\(.*?margin-inline:calc\(/);
    expect(snippet({ width: 'wide', mode: 'scroll' })).toMatch(/^<div data-fulcrum-block style="/);
  });

  it('names the height of the page’s bar to the script alone', () => {
    expect(attribute(snippet({ mode: 'scroll', barHeight: 64 }), 'data-fulcrum-top')).toBe('64');
    expect(attribute(snippet({ mode: 'scroll', barHeight: 0 }), 'data-fulcrum-top')).toBe('0');
    expect(snippet({ mode: 'scroll' }) + snippet({ barHeight: 64 })).not.toContain(
      'data-fulcrum-top'
    );
  });

  it('has a picture with a link for what drops frames', () => {
    const html = snippet({ picture: true, step });
    expect(html).toContain(
      '<p><a href="https://maps.example/a-good-year/#vienna" style="display:block;content-visibility:hidden">' +
        '<img src="https://maps.example/a-good-year/card/vienna.png" alt="Map: July: “Yes” &amp; &lt;no&gt; (A good year)"'
    );
    expect(snippet({})).not.toContain('<img');
  });

  it('lets no script run in a frame of still pictures', () => {
    expect(attribute(snippet({ mode: 'static' }), 'sandbox')).toBe(
      'allow-same-origin allow-popups allow-popups-to-escape-sandbox'
    );
  });

  it('brings the script of the site along, and room for the story, where it scrolls with the article', () => {
    const html = snippet({ mode: 'scroll', theme: 'light' });
    expect(html).toMatch(
      /^<div data-fulcrum-block><iframe .*><\/iframe><\/div>\n<p>.*<\/p>\n<script /
    );
    expect(html).toContain('<script async src="https://maps.example/embed.js"></script>');
    expect(attribute(html, 'src')).toBe('https://maps.example/a-good-year/embed/?theme=light#ride');
    expect(attribute(html, 'style')).toBe('border:0;width:100%;height:100vh;height:100svh');
    expect(html).toMatch(/ data-fulcrum data-fulcrum-size="[\d.]+ \d+ [\d.]+ \d+"><\/iframe>/);
  });

  it('has no single step scroll with the article', () => {
    const html = snippet({ mode: 'scroll', step });
    expect(html).not.toMatch(/data-fulcrum|<script|#ride|100vh/);
  });
});
