import type { Attachment } from 'svelte/attachments';

/** The sizes that text may be set in, as shares of the full size, from the largest. */
const sizes = [1, 0.92, 0.85, 0.78, 0.72, 0.66];

/**
 * An attachment: sets an element's text as large as its box allows, by the custom property `--fit`. Text that is still
 * too long can be scrolled, with the keyboard too. `content` reads what the text depends on, so that it is fitted anew.
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
    // The box grows with its text as far as the room around it allows: so the room is watched, not the box.
    const room = new ResizeObserver(fit);
    room.observe(element.closest('[data-room]') ?? element);
    // What comes later beside the text, such as a step's pictures, takes room too.
    const neighbours = new MutationObserver(fit);
    const column = element.closest('article')?.parentElement;
    if (column) neighbours.observe(column, { childList: true });
    fit();
    return () => {
      room.disconnect();
      neighbours.disconnect();
    };
  };
}
