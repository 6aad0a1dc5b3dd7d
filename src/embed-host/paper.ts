import type { PaperPart } from '../lib/embed/protocol.ts';
import type { LedFrame } from './led-frame.ts';
import { shift } from './scroller.ts';
import { setStyle } from './style.ts';

/**
 * Lays what the page prints of a story beside its frame, unseen: a block as tall as the story would print as blank
 * pages. Browsers load the pictures once they are printed.
 */
export function layPaper(led: LedFrame, parts: readonly PaperPart[]): void {
  if (led.paper) led.paper.remove();
  const paper = document.createElement('div');
  setStyle(paper, 'display:none;overflow-wrap:anywhere;');
  paper.dir = 'auto';
  for (const { text, title, src } of parts) {
    const part = document.createElement(src ? 'img' : title ? 'h3' : 'p');
    if (part instanceof HTMLImageElement) {
      part.loading = 'lazy';
      part.alt = text;
      part.src = new URL(led.frame.src).origin + src;
      setStyle(part, 'width:40%;');
    } else part.textContent = text;
    paper.appendChild(part);
  }
  led.block!.appendChild((led.paper = paper));
}

/** Shows what is printed in the place of a frame; returns what undoes it, with the story where it was in the window. */
export function printPaper({ frame, block, paper }: LedFrame): () => void {
  const { top } = block!.getBoundingClientRect();
  const parts = [frame, block!, paper!];
  const styles = parts.map(({ style }) => style.cssText);
  setStyle(block!, 'height:auto;');
  // A frame that keeps its size keeps its place in the story.
  setStyle(frame, `position:absolute;visibility:hidden;width:${frame.offsetWidth}px;`);
  setStyle(paper!, 'display:block;');
  return () => {
    parts.forEach(({ style }, i) => (style.cssText = styles[i]!));
    shift(frame, block!.getBoundingClientRect().top - top);
  };
}
