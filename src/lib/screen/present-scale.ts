import type { Box } from '$lib/frame.ts';

/** The shorter side, px, that a presentation's map is laid out for: the larger the screen, the larger all on it. */
const laidOutPx = 560;

/** How many times larger than it is laid out the map is shown on a screen of that size, px; never smaller. */
export function presentScale(width: number, height: number): number {
  return Math.max(1, Math.round((Math.min(width, height) / laidOutPx) * 100) / 100);
}

/** A box of the screen, px, in the px of a map that is shown so many times larger. */
export function inLayout({ left, top, right, bottom }: Box, scale: number): Box {
  return { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
}
