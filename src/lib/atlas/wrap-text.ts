import { textWidth } from '../labels/text-width.ts';

/** A text set in lines of one size. */
export interface SetText {
  readonly lines: readonly string[];
  readonly sizePx: number;
}

export interface Measure {
  readonly widthPx: number;
  readonly mostLines: number;
  /** The sizes to try, px, from the largest to the smallest. */
  readonly sizesPx: readonly number[];
}

/**
 * Sets a text as large as possible in `mostLines` lines of a width. A text that does not fit even at the smallest
 * size ends in `…`; a word longer than a line is broken at that size only.
 */
export function wrapText(text: string, { widthPx, mostLines, sizesPx }: Measure): SetText {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (const sizePx of sizesPx) {
    if (words.some((word) => textWidth(word, sizePx) > widthPx)) continue;
    const lines = fill(words, sizePx, widthPx);
    if (lines.length <= mostLines) return { lines: balance(words, sizePx, widthPx, lines), sizePx };
  }
  const sizePx = sizesPx.at(-1)!;
  const parted = words.flatMap((word) => part(word, sizePx, widthPx));
  const lines = fill(parted, sizePx, widthPx);
  if (lines.length <= mostLines) return { lines, sizePx };
  const kept = lines.slice(0, mostLines);
  let last = kept[mostLines - 1]!;
  const tooLong = () => textWidth(`${last}…`, sizePx) > widthPx;
  while (tooLong() && last.includes(' ')) last = last.replace(/ [^ ]*$/, '');
  while (tooLong()) last = [...last].slice(0, -1).join('');
  return { lines: [...kept.slice(0, -1), `${last}…`], sizePx };
}

function fill(words: readonly string[], sizePx: number, widthPx: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && textWidth(longer, sizePx) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, with the longest as short as possible. */
function balance(
  words: readonly string[],
  sizePx: number,
  widthPx: number,
  lines: string[]
): string[] {
  let best = lines;
  for (let width = widthPx; width > widthPx / 2; width -= sizePx / 4) {
    const tried = fill(words, sizePx, width);
    if (tried.length > lines.length || tried.some((line) => textWidth(line, sizePx) > width)) break;
    best = tried;
  }
  return best;
}

function part(word: string, sizePx: number, widthPx: number): string[] {
  const pieces = [''];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = pieces.at(-1)! + segment;
    if (textWidth(longer, sizePx) > widthPx && pieces.at(-1) !== '') pieces.push(segment);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}
