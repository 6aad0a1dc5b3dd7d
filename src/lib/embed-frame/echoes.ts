/** Two offsets this near are the same, px: a browser rounds the offset that a page scrolls to. */
const tolerancePx = 1.5;
/** How many offsets are remembered: more than a host page leaves unanswered. */
const mostRemembered = 240;

/**
 * Tells apart two kinds of offset from a host page: the echo of one that the embed sent, and a scroll of the reader's.
 * Of several offsets sent, the page may answer the last alone.
 */
export class Echoes {
  #sent: number[] = [];

  /** Remembers an offset, px, that is sent to the page. */
  send(offset: number): void {
    this.#sent = [...this.#sent.slice(1 - mostRemembered), offset];
  }

  /** Whether an offset from the page echoes one that was sent; those sent before it then count as answered too. */
  answers(offset: number): boolean {
    const index = this.#sent.findIndex((sent) => Math.abs(sent - offset) <= tolerancePx);
    this.#sent = index < 0 ? [] : this.#sent.slice(index + 1);
    return index >= 0;
  }
}
