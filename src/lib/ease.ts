/** How long things that move take, ms; all of them by `ease`, in the style sheets `--ease`. */
export const durations = {
  /** A control, or what fades. */
  fade: 300,
  /** The story from one step to the next by key, button or swipe. */
  step: 1400,
  /** The opening's lines, one after another. */
  overture: 4200
} as const;

/** Smoothstep: 0 to 1 for a share of 0 to 1, which it is held to, with no speed at either end. */
export function ease(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
