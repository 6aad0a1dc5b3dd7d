import type { Move } from './commands.ts';

/** A point of a touch, px in the window, and when, ms. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** How far a finger goes at least, px, and how long it takes at most, ms, for a swipe. */
const reachPx = 45;
const longestMs = 800;

/**
 * The move that a swipe of one finger means: to the left on, to the right back; null for a tap, a slow drag and
 * one that goes more up or down than sideways.
 */
export function swipeOf(from: Touch, to: Touch): Move | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (to.at - from.at > longestMs) return null;
  if (Math.abs(dx) < reachPx || Math.abs(dx) < 1.5 * Math.abs(dy)) return null;
  return dx < 0 ? 'next' : 'previous';
}
