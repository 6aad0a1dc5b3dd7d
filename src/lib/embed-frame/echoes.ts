/** Two offsets nearer than this are one: a page rounds where it scrolls to, px. */
const tolerancePx = 1.5;
/** More than a page could leave unanswered at a time. */
const most = 240;

/**
 * Tells a page's answer to an offset it was sent from a scroll of its reader's. Of several offsets sent, a
 * page may answer the last alone.
 */
export class Echoes {
  #sent: number[] = [];

  /** An offset, px, goes to the page. */
  send(offset: number): void {
    this.#sent = [...this.#sent.slice(1 - most), offset];
  }

  /** Whether an offset from the page is the answer to one sent; what was sent before it is then answered too. */
  answers(offset: number): boolean {
    const index = this.#sent.findIndex((sent) => Math.abs(sent - offset) <= tolerancePx);
    this.#sent = index < 0 ? [] : this.#sent.slice(index + 1);
    return index >= 0;
  }
}
