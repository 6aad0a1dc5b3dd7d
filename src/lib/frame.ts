/** The stage in CSS px. `padding` is what cards and bars cover; the rest is the free part. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly padding: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** What else covers it, such as controls: names keep off it. */
  readonly covered?: readonly Box[];
}

/** A rectangle in px, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a frame that nothing covers; at least one px in each direction. */
export function freePart({ width, height, padding }: Frame): Box {
  const left = Math.min(padding.left, width - 1);
  const top = Math.min(padding.top, height - 1);
  return {
    left,
    top,
    right: Math.max(left + 1, width - padding.right),
    bottom: Math.max(top + 1, height - padding.bottom)
  };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether `inner` lies within `outer`, the edges included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
