/**
 * The texts within a part of the page of which something is cut off, or that lie over or under others. Runs in the page.
 * Names on the map are left aside: they are part of a picture, and told in words beside it.
 */
export function textFaults(part: string): string[] {
  /** Texts of which the box shows a beginning, and another place all. */
  const leftOut = '.legend ul, .box';
  const aside =
    'svg, option, textarea, script, style, noscript, .visually-hidden, #svelte-announcer, .covered';
  /** A line's box is higher than its letters, by this share above and below. */
  const slack = 0.22;
  interface Piece {
    readonly words: string;
    readonly parent: Element;
    readonly layer: Element;
    readonly box: { left: number; top: number; right: number; bottom: number };
  }

  const isOpaque = (style: CSSStyleDeclaration) =>
    style.position !== 'static' && !/^rgba\(.*, 0\)$/.test(style.backgroundColor);
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.matches('dialog[open], :popover-open') || isOpaque(getComputedStyle(at))) return at;
    }
    return document.documentElement;
  };
  /** What cuts off an element's overflow: what is fixed or on top of the page stands outside of all else. */
  const clipsOf = (element: Element) => {
    const clips: { at: Element; overflowY: string }[] = [];
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') clips.push({ at, overflowY });
      if (position === 'fixed') break;
    }
    return clips;
  };
  const staysInWindow = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
    }
    return document.documentElement.scrollHeight <= innerHeight;
  };

  const isInline = (element: Element) => getComputedStyle(element).display === 'inline';

  const faults: string[] = [];
  const pieces: Piece[] = [];
  for (const root of document.querySelectorAll(part)) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement!;
      const words = text.textContent!.trim().slice(0, 40);
      if (!words || parent.closest(aside)) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const clips = clipsOf(parent);
      const range = document.createRange();
      range.selectNodeContents(text);
      rects: for (const { left, top, right, bottom, height } of range.getClientRects()) {
        const box = { left, right, top: top + slack * height, bottom: bottom - slack * height };
        for (const { at, overflowY } of clips) {
          const edge = at.getBoundingClientRect();
          const beyondX = Math.max(edge.left - left, right - edge.right);
          const beyondY = Math.max(edge.top - box.top, box.bottom - edge.bottom);
          const isOut = beyondX >= right - left || beyondY >= box.bottom - box.top;
          if (isOut && (/auto|scroll/.test(overflowY) || at.matches(leftOut))) continue rects;
          if (beyondX > 2 || (beyondY > 2 && !/auto|scroll/.test(overflowY)))
            faults.push(`“${words}” is cut off`);
          if (beyondX > 0 || beyondY > 0) continue rects;
        }
        const button = parent.closest('button, kbd');
        if (button) {
          const edge = button.getBoundingClientRect();
          const insetPx = parseFloat(getComputedStyle(button).borderLeftWidth) > 0 ? 2 : -1;
          if (left < edge.left + insetPx || right > edge.right - insetPx)
            faults.push(`“${words}” meets the edge of its button`);
        }
        if (left < -1 || right > document.documentElement.clientWidth + 1)
          faults.push(`“${words}” reaches beyond the window`);
        pieces.push({ words, parent, layer: layerOf(parent), box });
      }
    }
  }

  pieces.sort((a, b) => a.box.top - b.box.top);
  pieces.forEach((piece, i) => {
    for (const other of pieces.slice(i + 1)) {
      if (other.box.top >= piece.box.bottom) break;
      if (other.parent === piece.parent || other.layer !== piece.layer) continue;
      const over =
        Math.min(piece.box.right, other.box.right) - Math.max(piece.box.left, other.box.left);
      // Words of one line follow each other closely; labels set side by side must not.
      const mostPx = isInline(piece.parent) || isInline(other.parent) ? 1 : -1;
      if (over > mostPx) faults.push(`“${piece.words}” and “${other.words}” overlap`);
    }
    const [x, y] = [(piece.box.left + piece.box.right) / 2, (piece.box.top + piece.box.bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return;
    if (!staysInWindow(piece.parent)) return;
    if (getComputedStyle(piece.parent).pointerEvents === 'none') return;
    const hit = document.elementFromPoint(x, y);
    if (hit && !hit.contains(piece.parent) && !piece.parent.contains(hit))
      faults.push(`“${piece.words}” lies under “${hit.textContent.trim().slice(0, 40)}”`);
  });
  if (pieces.length === 0) faults.push('there is no text');
  return faults;
}
