import { withoutFigures } from './figures.ts';

/** The entities that the story parser writes. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
};

/** A piece of the story's HTML as plain text, without its figures and citations and with a space between paragraphs. */
export function plainText(html: string): string {
  return withoutFigures(html)
    .replace(/<sup\b[^>]*class="cites"[^>]*>.*?<\/sup>/gsu, '')
    .replace(/<[^>]+>/gu, (tag) => (/^<\/?(p|li|blockquote|br)\b/.test(tag) ? ' ' : ''))
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
      (whole, hex: string, decimal: string, name: string) =>
        name === undefined
          ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
          : (entities[name] ?? whole)
    )
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The start of a text, at most `mostLetters` long: whole sentences if one fits, else whole words and `…`. */
export function excerpt(text: string, mostLetters: number): string {
  if (text.length <= mostLetters) return text;
  const start = text.slice(0, mostLetters);
  const sentences = /^.*[.!?][”’"»)]*(?=\s)/u.exec(start)?.[0];
  if (sentences !== undefined && sentences.length > mostLetters / 2) return sentences;
  return `${start.slice(0, mostLetters - 1).replace(/\s+\S*$/u, '')}…`;
}
