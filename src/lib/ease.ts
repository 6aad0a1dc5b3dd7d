/** Smoothstep: 0 to 1 for a share of 0 to 1, which it is held to, with no speed at either end. */
export function ease(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
