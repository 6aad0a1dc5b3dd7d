import { ease } from '../ease.ts';

/** Shares of the transition between two steps: by `leaveBy` what leaves is gone, from `growFrom` on arcs grow. */
export const leaveBy = 0.35;
export const growFrom = 0.4;

/** How much of a new arc is drawn, 0 to 1, at a share of the transition to the step that shows it. */
export function grown(share: number): number {
  return ease((share - growFrom) / (1 - growFrom));
}

/**
 * An opacity at a share of the transition from `before` to `after`. What leaves is gone early, what enters comes
 * late, and what stays changes evenly, so that no two pictures lie on top of each other.
 */
export function blend(before: number, after: number, share: number): number {
  if (share === 0 || before === after) return before;
  if (after === 0) return before * (1 - ease(share / leaveBy));
  if (before === 0) return after * grown(share);
  return before + (after - before) * ease(share);
}
