/** Widths in ems of Noto Sans, by class of letter: near enough to keep labels apart without a DOM. */
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

// The result of a pure function: it changes no answer, only its price.
const known = new Map<string, number>();

/** The width of a letter, ems. */
function letterWidth(letter: string): number {
  const width = known.get(letter) ?? widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.58;
  known.set(letter, width);
  return width;
}

/** The width of a line of text set in the label face, px: an estimate, rather too wide than too narrow. */
export function textWidth(text: string, sizePx: number, letterSpacingEm = 0): number {
  let ems = 0;
  for (const letter of text) {
    ems += letterWidth(letter) + letterSpacingEm;
  }
  return ems * sizePx;
}
