import { distance } from '../geometry/polyline.ts';

/** A press that moves farther than this is a drag and no tap. */
const tapReachPx = 6;

export interface PointerOptions {
  /** What lies at a point of the element, px from its left upper corner. */
  at(point: readonly [number, number]): string | null;
  onPick(found: string | null, how: 'hover' | 'tap'): void;
}

/**
 * Picks what the pointer hovers (reported when it changes) and what is tapped or clicked (reported each time). Returns
 * the function that stops it.
 *
 * deck.gl's own hover and click events do not serve here: its overlay takes them from the map, and the map takes no
 * pointer events, so that the page scrolls over it as over a picture.
 */
export function watchPointer(element: HTMLElement, { at, onPick }: PointerOptions): () => void {
  let hovered: string | null = null;
  let pressed: readonly [number, number] | null = null;

  const pointOf = (event: MouseEvent): readonly [number, number] => {
    const { left, top, width } = element.getBoundingClientRect();
    // The page may show the element larger or smaller than it is laid out.
    const scale = width / element.offsetWidth || 1;
    return [(event.clientX - left) / scale, (event.clientY - top) / scale];
  };
  const hover = (found: string | null) => {
    if (found === hovered) return;
    hovered = found;
    onPick(found, 'hover');
  };
  const listeners = {
    pointermove(event: PointerEvent) {
      if (event.pointerType !== 'touch' && event.buttons === 0) hover(at(pointOf(event)));
    },
    pointerleave: () => hover(null),
    pointerdown(event: PointerEvent) {
      pressed = pointOf(event);
    },
    click(event: MouseEvent) {
      const point = pointOf(event);
      const from = pressed ?? point;
      pressed = null;
      if (distance(from, point) <= tapReachPx) onPick(at(point), 'tap');
    }
  };
  const listening = new AbortController();
  for (const [name, listener] of Object.entries(listeners)) {
    element.addEventListener(name, listener as EventListener, { signal: listening.signal });
  }
  return () => listening.abort();
}
