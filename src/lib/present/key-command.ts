import { commandOf, type Command } from './commands.ts';

/**
 * The command that a press means on a page; null where it is meant for something else: a field, a button that the
 * space bar presses, the map in the reader's hand, or a dialog that is open.
 */
export function keyCommand(event: KeyboardEvent, exploring: boolean): Command | null {
  const { target, key } = event;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return null;
  if (target instanceof Element) {
    if (target.closest('input, textarea, select, [contenteditable]')) return null;
    if (key === ' ' && target.closest('button, a, summary')) return null;
  }
  // The map's own keys; a clicker's go on.
  if (exploring && /^(Arrow|Home|End)/.test(key)) return null;
  return commandOf(event);
}
