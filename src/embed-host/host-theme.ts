import type { HostTheme } from '../lib/embed/protocol.ts';

/** Whether the page around a frame is light or dark: light text stands on a dark page. */
export function themeAround(frame: HTMLElement): HostTheme {
  const { color } = getComputedStyle(frame.parentElement!);
  // `rgb(0, 0, 0)`: of these, green tells most of how light text is. Other forms of colour, without commas, are rare.
  const green = /, (\d+)/.exec(color);
  return green && Number(green[1]) > 127 ? 'dark' : 'light';
}
