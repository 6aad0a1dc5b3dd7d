import type { Attachment } from 'svelte/attachments';

/** Shares of the full size that text may be set at, from the largest. */
const sizes = [1, 0.92, 0.85, 0.78, 0.72, 0.66];

/**
 * Sets an element's text as large as its box allows, by `--fit`; text that is still too long can be scrolled,
 * with the keyboard too. `content` names what the text depends on.
 */
export function fitText(content: () => unknown): Attachment<HTMLElement> {
  return (element) => {
    content();
    const overflows = () => element.scrollHeight > element.clientHeight + 1;
    const fit = () => {
      for (const size of sizes) {
        element.style.setProperty('--fit', String(size));
        if (!overflows()) break;
      }
      if (overflows()) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    // The box is as high as the text until there is no more room: watch what gives it room.
    const room = new ResizeObserver(fit);
    room.observe(element.closest('[data-room]') ?? element);
    fit();
    return () => room.disconnect();
  };
}
