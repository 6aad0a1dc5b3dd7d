import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brailleDots,
  brailleHeightMm,
  brailleMm,
  brailleWidthMm,
  drawBraille,
  toBraille,
  wrapBraille
} from './braille.ts';

describe('toBraille(text)', () => {
  it('spells a name, its capitals before their letters', () => {
    expect(toBraille('Moscow')).toBe('⠠⠍⠕⠎⠉⠕⠺');
    expect(toBraille('Abu Dhabi')).toBe('⠠⠁⠃⠥⠀⠠⠙⠓⠁⠃⠊');
    expect(toBraille('GCC')).toBe('⠠⠠⠛⠉⠉');
  });

  it('spells numbers, and ends them before a letter that would be a figure', () => {
    expect(toBraille('2015')).toBe('⠼⠃⠚⠁⠑');
    expect(toBraille('1,000')).toBe('⠼⠁⠂⠚⠚⠚');
    expect(toBraille('5a')).toBe('⠼⠑⠰⠁');
    expect(toBraille('5s')).toBe('⠼⠑⠎');
  });

  it('has signs and accents', () => {
    expect(toBraille('Bandar-e Anzali')).toBe('⠠⠃⠁⠝⠙⠁⠗⠤⠑⠀⠠⠁⠝⠵⠁⠇⠊');
    expect(toBraille('(ties)')).toBe('⠐⠣⠞⠊⠑⠎⠐⠜');
    expect(toBraille('café')).toBe('⠉⠁⠋⠘⠌⠑');
    expect(toBraille('Øresund')).toBe('⠠⠕⠗⠑⠎⠥⠝⠙');
  });

  it('leaves out letters that it does not know', () => {
    expect(toBraille('Москва')).toBe('');
    expect(toBraille('Москва, Moscow')).toBe('⠂⠀⠠⠍⠕⠎⠉⠕⠺');
  });

  it('has nothing but Braille patterns, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(toBraille(text)).toMatch(/^[\u2800-\u283f]*$/);
      })
    );
  });
});

describe('wrapBraille(cells, widthCells)', () => {
  it('fills lines with words, and parts a word longer than a line with a hyphen', () => {
    expect(wrapBraille(toBraille('abu dhabi doha'), 9)).toEqual(
      ['abu dhabi', 'doha'].map(toBraille)
    );
    expect(wrapBraille(toBraille('secretariat'), 8)).toEqual(['secreta-', 'riat'].map(toBraille));
  });

  it('loses no cell, and has no line too long', () => {
    const texts = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 12 }), (words, width) => {
        const cells = toBraille(words.join(' '));
        const lines = wrapBraille(cells, width);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(lines.join('').replace(/[⠤⠀]/g, '')).toBe(cells.replaceAll('⠀', ''));
      })
    );
  });
});

describe('brailleDots(cells)', () => {
  it('has the dots of a cell 2.5 mm apart and the cells 6 mm', () => {
    // All six dots, then the first alone.
    expect(brailleDots('⠿⠁')).toEqual([
      [0.75, 0.75],
      [0.75, 3.25],
      [0.75, 5.75],
      [3.25, 0.75],
      [3.25, 3.25],
      [3.25, 5.75],
      [6.75, 0.75]
    ]);
  });

  it('keeps within its width and height', () => {
    const texts = fc.stringMatching(/^[a-z ]{1,20}$/).map(toBraille);
    fc.assert(
      fc.property(texts, (cells) => {
        for (const [x, y] of brailleDots(cells)) {
          expect(x + brailleMm.diameter / 2).toBeLessThanOrEqual(brailleWidthMm(cells));
          expect(y + brailleMm.diameter / 2).toBeLessThanOrEqual(brailleHeightMm);
        }
      })
    );
  });
});

describe('drawBraille(cells, x, y)', () => {
  it('draws round dots of 1.5 mm', () => {
    expect(drawBraille('⠃', 10, 20)).toBe(
      '<path data-braille="⠃" fill="none" stroke="#000" stroke-width="1.5" stroke-linecap="round" d="M10.75 20.75h.01M10.75 23.25h.01"/>'
    );
    expect(drawBraille('', 10, 20)).toBe('');
  });
});
