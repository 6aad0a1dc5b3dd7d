/** What of a `KeyboardEvent` says which key was pressed. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * A page's keys, each with its command. Keys are named as `KeyboardEvent.key` names them, letters in lower case;
 * `Shift+` stands before one that is held with Shift: `{ ArrowRight: 'next', 'Shift+ ': 'previous' }`.
 */
export type KeyTable<Command extends string> = Readonly<Record<string, Command>>;

/**
 * Returns the command of a press; null for a key that the table does not have, and for every key held with Alt, Ctrl
 * or Meta. Shift is part of a letter or sign, so that Caps Lock does no harm; it makes another key of the space bar
 * and of keys with a name, such as the arrows.
 */
export function commandFor<Command extends string>(
  keys: KeyTable<Command>,
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress
): Command | null {
  if (altKey || ctrlKey || metaKey) return null;
  const isSign = key.length === 1 && key !== ' ';
  const name = isSign ? key.toLowerCase() : shiftKey ? `Shift+${key}` : key;
  return Object.hasOwn(keys, name) ? keys[name]! : null;
}

/** Whether a press is meant for a field that the reader types or chooses in. */
export function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
