import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../labels/text-width.ts';
import { wrapText } from './wrap-text.ts';

const measure = { widthPx: 380, mostLines: 5, sizesPx: [52, 44, 36, 30] };

describe('wrapText(text, measure)', () => {
  it('sets a short text large, on one line', () => {
    expect(wrapText('A good year', measure)).toEqual({ lines: ['A good year'], sizePx: 52 });
  });
  it('breaks between words, into lines of like length', () => {
    const { lines, sizePx } = wrapText('January: a minister in Tehran', measure);
    expect(sizePx).toBe(52);
    expect(lines).toEqual(['January:', 'a minister', 'in Tehran']);
  });
  it('shrinks a long text rather than cut it', () => {
    const text =
      'What the two capitals said of the agreement in the months before they put it to paper';
    const { lines, sizePx } = wrapText(text, measure);
    expect(sizePx).toBeLessThan(52);
    expect(lines.join(' ')).toBe(text);
  });
  it('parts a word longer than a line, without losing a letter', () => {
    const word = 'Vierwaldstätterseedampfschifffahrtsgesellschaftskapitän';
    const { lines, sizePx } = wrapText(word, measure);
    expect(sizePx).toBe(30);
    expect(lines.join('')).toBe(word);
  });
  it('keeps every line within the width, and to the lines there may be, whatever the text', () => {
    const letters = fc.constantFrom('a', 'W', 'ж', 'ش', '界', ' ', 'é', '—');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 400 }), (text) => {
        const { lines, sizePx } = wrapText(text.join(''), measure);
        expect(lines.length).toBeLessThanOrEqual(5);
        for (const line of lines) expect(textWidth(line, sizePx)).toBeLessThanOrEqual(380);
      })
    );
  });
});
