/** What the pointer does on the map: nothing of its own, draw, or point. */
export type DrawMode = 'off' | 'pen' | 'laser';

type Pixel = readonly [x: number, y: number];

export interface PenOptions {
  /** The mode now; it is asked for at each event. */
  readonly mode: () => DrawMode;
  /** A stroke begins at a point, goes on through others, and ends; `kept` is false where the system took it over. */
  readonly onStart: (point: Pixel) => void;
  readonly onMove: (points: readonly Pixel[]) => void;
  readonly onEnd: (kept: boolean) => void;
  /** Where the laser points; null where it points nowhere. */
  readonly onPoint: (point: Pixel | null) => void;
}

/**
 * Follows what a mouse, a finger or a stylus draws on an element, and where it points. Points are shares of the
 * element's width and height, so that they hold however the element is scaled. Returns a function that stops it.
 */
export function followPen(element: Element, options: PenOptions): () => void {
  const { mode, onStart, onMove, onEnd, onPoint } = options;
  // The pointer that draws: a second finger or a resting palm does not join its line.
  let drawing: number | null = null;

  const pointOf = ({ clientX, clientY }: PointerEvent): Pixel => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const end = ({ pointerId, type }: PointerEvent) => {
    if (pointerId !== drawing) return;
    drawing = null;
    onEnd(type === 'pointerup');
  };
  const listeners: Readonly<Record<string, (event: PointerEvent) => void>> = {
    pointerdown(event) {
      if (event.button !== 0 || mode() === 'off') return;
      // The press starts neither a selection of text nor a swipe to another step.
      event.preventDefault();
      event.stopPropagation();
      if (mode() === 'laser') return onPoint(pointOf(event));
      if (drawing !== null) return;
      drawing = event.pointerId;
      element.setPointerCapture(event.pointerId);
      onStart(pointOf(event));
    },
    pointermove(event) {
      if (mode() === 'laser') onPoint(pointOf(event));
      else if (event.pointerId === drawing) {
        const between = event.getCoalescedEvents();
        onMove((between.length > 0 ? between : [event]).map(pointOf));
      }
    },
    pointerup(event) {
      end(event);
      if (mode() === 'laser' && event.pointerType !== 'mouse') onPoint(null);
    },
    pointercancel(event) {
      end(event);
      if (mode() === 'laser') onPoint(null);
    },
    pointerleave() {
      if (mode() === 'laser') onPoint(null);
    }
  };
  const off = new AbortController();
  for (const [name, listener] of Object.entries(listeners)) {
    element.addEventListener(name, listener as EventListener, { signal: off.signal });
  }
  return () => off.abort();
}
