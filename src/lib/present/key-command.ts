import { isInField } from '../reader/keys.ts';
import { commandOf, type Command } from './commands.ts';

/**
 * The command of a press on a presentation's page; null where the press is meant for something else: a field, a button
 * that the space bar presses, the map while it is explored, or an open dialog.
 */
export function keyCommand(event: KeyboardEvent, exploring: boolean): Command | null {
  const { target, key } = event;
  if (event.defaultPrevented || isInField(target) || document.querySelector('dialog[open]'))
    return null;
  if (key === ' ' && target instanceof Element && target.closest('button, a, summary')) return null;
  // The map pans by these keys; a clicker's Page Up and Page Down still turn the story.
  if (exploring && /^(Arrow|Home|End)/.test(key)) return null;
  return commandOf(event);
}
