/**
 * What marks the document that the reader has come to the beginning of, until they scroll (`start-later.ts`) or are led
 * on, or the map, which is more pressing, is there: what is far below need not be laid out before.
 */
export const unread = 'data-unread';

/** Has the browser lay out the whole page; gives whether it had not. */
export function layOutUnread(): boolean {
  const { documentElement } = document;
  const was = documentElement.hasAttribute(unread);
  if (was) documentElement.removeAttribute(unread);
  return was;
}
