import { describe, expect, it } from 'vitest';
import { excerpt, plainText } from './excerpt.ts';

describe('plainText(html)', () => {
  it('leaves out tags and citations and resolves entities', () => {
    const html =
      '<p>A &#x3C;b> &amp; <em>c</em>.<sup class="cites">[<a class="cite" href="#source-x">1</a>]</sup></p>\n<p>Next</p>';
    expect(plainText(html)).toBe('A <b> & c. Next');
  });
});

describe('excerpt(text, mostLetters)', () => {
  it('returns a short text whole', () => {
    expect(excerpt('Short.', 20)).toBe('Short.');
  });
  it('ends with a sentence where one is long enough', () => {
    expect(excerpt('One sentence stands here. And another one.', 30)).toBe(
      'One sentence stands here.'
    );
  });
  it('ends between words else', () => {
    expect(excerpt('Words that go on and on without an end', 20)).toBe('Words that go on…');
  });
});
