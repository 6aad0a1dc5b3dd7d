/** A point of a touch, px in the window, and its time, ms. */
export interface TouchPoint {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** Which way a swipe leads in the story. */
export type Turn = 'next' | 'previous';

/** The least distance, px, and the longest time, ms, of a swipe. */
const leastPx = 45;
const longestMs = 800;

/**
 * The turn that a swipe of one finger means: to the left `next`, to the right `previous`; null for a tap, a slow drag
 * and a stroke that goes more up or down than sideways.
 */
export function swipeOf(from: TouchPoint, to: TouchPoint): Turn | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (to.at - from.at > longestMs) return null;
  if (Math.abs(dx) < leastPx || Math.abs(dx) < 1.5 * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
}
