import { Recent } from '../cache.ts';

/** Letter widths of Noto Sans, em, by class of letter: close enough to keep labels apart without a DOM. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mark}\u200b-\u200f]/u, 0],
  [/[ .,:;'’|!ijlI]/u, 0.28],
  [/[frt()\-/]/u, 0.37],
  [/[mwMW@—%]/u, 0.92],
  [/[0-9]/u, 0.572],
  [/\p{Lu}/u, 0.67],
  [/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u, 1],
  [/\p{Script=Arabic}/u, 0.52]
];

const letterWidths = new Recent<number>(2048);

/** The width of a letter, em. */
function letterWidth(letter: string): number {
  return widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.58;
}

/** The width of a line of text in the labels' typeface, px: an estimate, too wide sooner than too narrow. */
export function textWidth(text: string, sizePx: number, letterSpacingEm = 0): number {
  let ems = 0;
  for (const letter of text) {
    ems += letterWidths.get(letter, letterWidth) + letterSpacingEm;
  }
  return ems * sizePx;
}
