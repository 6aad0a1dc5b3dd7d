import { px } from '../px.ts';

/**
 * The size of Braille, mm: the distance of dots in a cell, of one cell and of one line from the next, and a dot’s
 * diameter. Marburg Medium (ISO 17351:2013), within what BANA’s “Guidelines and Standards for Tactile Graphics” (2022)
 * have for paper.
 */
export const brailleMm = { dot: 2.5, cell: 6, line: 10, diameter: 1.5 } as const;

/** The height of a line of Braille, mm. */
export const brailleHeightMm = 2 * brailleMm.dot + brailleMm.diameter;

/** The dots of the letters a to z, by their numbers. */
const letters = (
  '1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 2456 1346 13456' +
  ' 1356'
).split(' ');

/** Cells of other signs in Unified English Braille (ICEB, The Rules of Unified English Braille, 2013). */
const signs: Readonly<Record<string, readonly string[]>> = {
  ',': ['2'],
  ';': ['23'],
  ':': ['25'],
  '.': ['256'],
  '!': ['235'],
  '?': ['236'],
  '’': ['3'],
  "'": ['3'],
  '-': ['36'],
  '–': ['6', '36'],
  '—': ['6', '36'],
  '(': ['5', '126'],
  ')': ['5', '345'],
  '/': ['456', '34'],
  '&': ['4', '12346'],
  '%': ['46', '356'],
  '“': ['236'],
  '”': ['356'],
  '"': ['6', '2356']
};

/** The cells before a letter with an accent, by the combining mark. */
const accents: Readonly<Record<string, readonly string[]>> = {
  '\u0300': ['45', '16'],
  '\u0301': ['45', '34'],
  '\u0302': ['45', '146'],
  '\u0303': ['45', '12456'],
  '\u0304': ['4', '36'],
  '\u0306': ['4', '346'],
  '\u0308': ['45', '25'],
  '\u030a': ['45', '1246'],
  '\u030c': ['45', '346'],
  '\u0327': ['45', '12346']
};

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i'
};

const capital = cellOf('6');
const numeric = cellOf('3456');
const gradeOne = cellOf('56');
const hyphen = cellOf('36');

/**
 * A text in Latin letters in uncontracted Unified English Braille, as Unicode’s Braille patterns: `Moscow` is `⠠⠍⠕⠎⠉⠕⠺`.
 * Letters of other scripts and signs that it does not know are left out.
 */
export function toBraille(text: string): string {
  return text
    .replace(/./gu, (letter) => plainLetters[letter] ?? letter)
    .split(/\s+/u)
    .map(brailleWord)
    .filter((word) => word !== '')
    .join('\u2800');
}

function brailleWord(word: string): string {
  const allCapitals = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word);
  let cells = '';
  let inNumber = false;
  for (const [letter] of word.normalize('NFC').matchAll(/./gu)) {
    const [base, ...marks] = letter.normalize('NFD');
    const order = base!.toLowerCase().charCodeAt(0) - 97;
    if (/^[0-9]$/.test(base!)) {
      cells += (inNumber ? '' : numeric) + cellOf(letters[(Number(base) + 9) % 10]!);
      inNumber = true;
    } else if (order >= 0 && order < 26) {
      if (inNumber && order < 10) cells += gradeOne;
      if (!allCapitals && base !== base!.toLowerCase()) cells += capital;
      cells += marks.map((mark) => (accents[mark] ?? []).map(cellOf).join('')).join('');
      cells += cellOf(letters[order]!);
      inNumber = false;
    } else {
      cells += (signs[base!] ?? []).map(cellOf).join('');
      inNumber &&= /[.,]/.test(base!);
    }
  }
  return (allCapitals ? capital + capital : '') + cells;
}

/** A Braille text in lines of so many cells, at least two; a word that is longer than a line is parted with a hyphen. */
export function wrapBraille(cells: string, widthCells: number): string[] {
  const lines: string[] = [];
  for (const word of cells.split('\u2800')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widthCells) {
      lines[lines.length - 1] = `${last}\u2800${word}`;
      continue;
    }
    let rest = word;
    while (rest.length > widthCells) {
      lines.push(rest.slice(0, widthCells - 1) + hyphen);
      rest = rest.slice(widthCells - 1);
    }
    lines.push(rest);
  }
  return lines;
}

/** The width of a line of Braille, mm, from the edge of its first dots to that of its last. */
export function brailleWidthMm(cells: string): number {
  return Math.max(0, cells.length - 1) * brailleMm.cell + brailleMm.dot + brailleMm.diameter;
}

/** The middles of the dots of a line of Braille whose upper left corner is at (0, 0), mm. */
export function brailleDots(cells: string): [x: number, y: number][] {
  return [...cells].flatMap((cell, i) => {
    const pattern = cell.charCodeAt(0) - 0x2800;
    return [0, 1, 2, 3, 4, 5]
      .filter((dot) => pattern & (1 << dot))
      .map((dot): [number, number] => [
        i * brailleMm.cell + (dot < 3 ? 0 : brailleMm.dot) + brailleMm.diameter / 2,
        (dot % 3) * brailleMm.dot + brailleMm.diameter / 2
      ]);
  });
}

/** A line of Braille as SVG, with its upper left corner at a point, mm. */
export function drawBraille(cells: string, x: number, y: number): string {
  const data = brailleDots(cells).map(([dx, dy]) => `M${px(x + dx)} ${px(y + dy)}h.01`);
  return data.length === 0
    ? ''
    : `<path data-braille="${cells}" fill="none" stroke="#000" stroke-width="${brailleMm.diameter}" stroke-linecap="round" d="${data.join('')}"/>`;
}

/** A cell by the numbers of its dots. */
function cellOf(dots: string): string {
  const pattern = [...dots].reduce((bits, dot) => bits | (1 << (Number(dot) - 1)), 0);
  return String.fromCharCode(0x2800 + pattern);
}
