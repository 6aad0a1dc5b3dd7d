/** A card's upper and lower edge, px from the top of the document. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where cards are read: px below the top of the window. A step holds from the moment its card's top has
 * risen to `arrive` until its bottom has risen past `leave`; between two holds the position moves evenly.
 */
export interface ReadingLines {
  readonly arrive: number;
  readonly leave: number;
}

/** The scroll offsets, px, between which a card's step holds. */
function holdOf({ top, bottom }: Span, { arrive, leave }: ReadingLines): readonly [number, number] {
  const start = top - arrive;
  return [start, Math.max(start, bottom - leave)];
}

/**
 * The position at a scroll offset: a function of the present layout alone. Cards stand in reading order;
 * before the first hold it is 0, after the last the last step; without cards it is 0.
 */
export function positionAt(offset: number, cards: readonly Span[], lines: ReadingLines): number {
  const index = lastWhere(cards, (card) => holdOf(card, lines)[0] <= offset);
  if (index < 0) return 0;
  if (index === cards.length - 1) return index;
  const end = holdOf(cards[index]!, lines)[1];
  const next = holdOf(cards[index + 1]!, lines)[0];
  if (offset <= end || next <= end) return index;
  return index + (offset - end) / (next - end);
}

/**
 * The index of the last card that has begun, or -1; all before one that has begun have too. By halving: the number
 * of steps does not matter.
 */
function lastWhere(cards: readonly Span[], begun: (card: Span) => boolean): number {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begun(cards[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * A place in the text that survives a new layout: `card` and the share of the way from that card's top to
 * the next card's top that the reading line has come; null before the first card and after the last.
 */
export interface Anchor {
  readonly card: number;
  readonly inside: boolean;
  readonly share: number;
}

/** The anchor at a scroll offset. */
export function anchorAt(
  offset: number,
  cards: readonly Span[],
  lines: ReadingLines
): Anchor | null {
  const line = offset + lines.leave;
  if (cards.length === 0 || line < cards[0]!.top || line > cards.at(-1)!.bottom) return null;
  const index = lastWhere(cards, ({ top }) => top <= line);
  const card = cards[index]!;
  if (line <= card.bottom) {
    return { card: index, inside: true, share: (line - card.top) / (card.bottom - card.top || 1) };
  }
  const next = cards[index + 1]!;
  return {
    card: index,
    inside: false,
    share: (line - card.bottom) / (next.top - card.bottom || 1)
  };
}

/** The scroll offset, px, at which an anchor lies under the reading line. */
export function offsetOf(anchor: Anchor, cards: readonly Span[], lines: ReadingLines): number {
  const card = cards[anchor.card]!;
  const [from, to] = anchor.inside
    ? [card.top, card.bottom]
    : [card.bottom, cards[anchor.card + 1]!.top];
  return from + (to - from) * anchor.share - lines.leave;
}
