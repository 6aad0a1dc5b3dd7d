import { describe, expect, it } from 'vitest';
import { excerpt, plainText } from './excerpt.ts';

describe('plainText(html)', () => {
  it('leaves out tags and citations and resolves entities', () => {
    const html =
      '<p>A &#x3C;b> &amp; <em>c</em>.<sup class="cites">[<a class="cite" href="#source-x">1</a>]</sup></p>\n<p>Next</p>';
    expect(plainText(html)).toBe('A <b> & c. Next');
    expect(plainText('&#8212;&#x2014;&quot;&apos;&nbsp;&unknown;')).toBe('——"\' &unknown;');
  });
  it('parts what stands on lines of its own', () => {
    expect(plainText('one<br>two<ul><li>three</li><li>four</li></ul>five')).toBe(
      'one two three four five'
    );
  });
  it('leaves out a whole citation, whatever else its element has', () => {
    expect(plainText('A<sup id="a" class="cites" lang="en">[1]</sup>, B<sup>2</sup>')).toBe(
      'A, B2'
    );
  });
});

describe('excerpt(text, mostLetters)', () => {
  it('returns a short text whole', () => {
    expect(excerpt('Short.', 20)).toBe('Short.');
    expect(excerpt('Short.', 6)).toBe('Short.');
  });
  it('ends with a sentence where one is long enough', () => {
    expect(excerpt('One sentence stands here. And another one.', 30)).toBe(
      'One sentence stands here.'
    );
  });
  it('takes no sentence that fills half of it or less', () => {
    expect(excerpt('So. Then words that go on without an end', 20)).toBe('So. Then words…');
  });
  it('is never longer than asked', () => {
    expect(excerpt('Twelve chars and more', 14)).toBe('Twelve chars…');
    expect(excerpt('Twelve chars  and more', 15)).toBe('Twelve chars…');
    expect(excerpt('Twelve chars and more', 13)).toBe('Twelve…');
  });
  it('ends between words else', () => {
    expect(excerpt('Words that go on and on without an end', 20)).toBe('Words that go on…');
  });
});
