const root = document.documentElement;

/** The element that scrolls a frame, or null for the page; undefined where the frame could not stick. */
export function scrollerOf(frame: HTMLElement): HTMLElement | null | undefined {
  for (let each = frame.parentElement; each && each !== root; each = each.parentElement) {
    // Browsers apply the body's overflow to the window, unless the root has its own.
    if (each === document.body && getComputedStyle(root).overflowY === 'visible') break;
    const { overflowY } = getComputedStyle(each);
    // A frame in it would stick to its edges, which no reader can scroll.
    if (overflowY === 'hidden') return undefined;
    if (!/auto|scroll/.test(overflowY)) continue;
    return each.scrollHeight > each.clientHeight + 1 ? each : undefined;
  }
  // In a frame that is as tall as its page nothing scrolls, and `100vh` is the height of all of it.
  return self === top || root.scrollHeight > innerHeight + 1 ? null : undefined;
}

/** Where in the window the part begins that a frame sticks to, px. */
export function edgeOf(scroller: HTMLElement | null | undefined): number {
  return scroller ? scroller.getBoundingClientRect().top : 0;
}

/** Scrolls what scrolls a frame. */
export function shift(frame: HTMLElement, px: number): void {
  (scrollerOf(frame) || window).scrollBy({ top: px, behavior: 'instant' });
}

/** px of the window to one of the frame. */
export function scaleOf(frame: HTMLElement): number {
  return frame.getBoundingClientRect().height / frame.offsetHeight || 1;
}
