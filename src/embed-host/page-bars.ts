import { edgeOf } from './scroller.ts';

/** How much of a frame's upper part the page's own bars cover, from the edge of its scroller down, px. */
export function coveredByBars(frame: HTMLElement, scroller: HTMLElement | null): number {
  const { left, width } = frame.getBoundingClientRect();
  const edge = edgeOf(scroller);
  const covered = endOfBars(frame, left + width / 2, edge) - edge;
  // What covers more is a dialog or the like.
  return covered < innerHeight / 2 ? covered : 0;
}

/** Where in the window the bars end that begin at a point of it, one below the other. */
function endOfBars(frame: HTMLElement, x: number, y: number): number {
  let each = document.elementFromPoint(x, y + 1);
  while (each && !each.contains(frame)) {
    // It stays in the window while the page scrolls, and lies over the frame.
    if (/fixed|sticky/.test(getComputedStyle(each).position))
      return endOfBars(frame, x, Math.max(y + 1, each.getBoundingClientRect().bottom));
    each = each.parentElement;
  }
  return y;
}
