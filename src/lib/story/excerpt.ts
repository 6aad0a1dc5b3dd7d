import { withoutMedia } from './media-in.ts';

/** The entities that the story parser writes. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' '
};

/** A piece of the story's HTML in which a chart is its title and the words for it, without its key and its table. */
export function withoutDrawings(html: string): string {
  return html
    .replace(/<details\b.*?<\/details>|<ul\b[^>]*aria-hidden.*?<\/ul>/gsu, '')
    .replace(/<svg\b[^>]*aria-label="([^"]*)".*?<\/svg>/gsu, '<p>$1</p>');
}

/**
 * A piece of the story's HTML as plain text, without its media and citations, with the words of its charts and a space
 * between paragraphs.
 */
export function plainText(html: string): string {
  return withoutDrawings(withoutMedia(html))
    .replace(/<sup\b[^>]*class="cites"[^>]*>.*?<\/sup>/gsu, '')
    .replace(/<[^>]+>/gu, (tag) =>
      /^<\/?(p|li|blockquote|br|figcaption|span|t[dhr])\b/.test(tag) ? ' ' : ''
    )
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
