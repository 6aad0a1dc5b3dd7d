import { describe, expect, it } from 'vitest';
import { linkOutward, linkToPage } from './outward-links.ts';

describe('linkOutward(html)', () => {
  it('opens links outside the frame, and those within the page in it', () => {
    expect(linkOutward('<a class="x" href="https://a.example/" rel="external">a</a>')).toBe(
      '<a class="x" href="https://a.example/" target="_blank" rel="noopener">a</a>'
    );
    expect(linkOutward('<a href="#sources">s</a>')).toBe('<a href="#sources">s</a>');
  });

  it('leaves alone what is no link', () => {
    const html = '<article><abbr title="href">x</abbr><a id="here"></a></article>';
    expect(linkOutward(html)).toBe(html);
  });
});

describe('linkToPage(html, parts, page)', () => {
  it('sends the reader to the page that has the part', () => {
    const html = '<a href="#vienna">v</a> <a href="#source-a">[1]</a>';
    expect(linkToPage(html, ['vienna'], '../../')).toBe(
      '<a href="../../#vienna">v</a> <a href="#source-a">[1]</a>'
    );
  });
});
