import type { Box } from '$lib/frame.ts';

/** The shorter side of the screen, px, at which a presentation's map is shown as it is laid out; a larger screen scales it up. */
const laidOutPx = 560;

/** The factor, 1 or more, by which the map is scaled up on a screen of this size, px. */
export function presentScale(width: number, height: number): number {
  return Math.max(1, Math.round((Math.min(width, height) / laidOutPx) * 100) / 100);
}

/** A box of the screen, px, in the px of a map that is scaled up by `scale`. */
export function inLayout({ left, top, right, bottom }: Box, scale: number): Box {
  return { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
}
