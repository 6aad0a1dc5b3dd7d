/**
 * Whether a press of ↑ or ↓ scrolls and so does not move the story: in text that is too long for its box and has the
 * focus, and in a window too small for the page.
 */
export function arrowScrolls({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
  const inText = target instanceof Element && target.matches('.said[tabindex]');
  return inText || document.documentElement.scrollHeight > innerHeight;
}
