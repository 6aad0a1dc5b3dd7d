/** What a presenter can ask for with one key. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'fullScreen'
  | 'overview'
  | 'black'
  | 'goTo'
  | 'timer'
  | 'names'
  | 'explore'
  | 'draw'
  | 'point'
  | 'speaker'
  | 'help'
  | 'escape';

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const keys: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  f: 'fullScreen',
  o: 'overview',
  b: 'black',
  '.': 'black',
  g: 'goTo',
  t: 'timer',
  l: 'names',
  e: 'explore',
  d: 'draw',
  p: 'point',
  s: 'speaker',
  '?': 'help',
  Escape: 'escape'
};

/**
 * The command that a key means, by the conventions of reveal.js and of clickers; null for any other key and for
 * one held with Alt, Ctrl or Meta. Shift turns the space bar round and is otherwise part of the letter, so that
 * Caps Lock does no harm.
 */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): Command | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === ' ' && shiftKey) return 'previous';
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(keys, name) ? keys[name]! : null;
}

/** The commands that lead from stop to stop. */
export type Move = 'next' | 'previous' | 'first' | 'last';

export function isMove(command: Command): command is Move {
  return ['next', 'previous', 'first', 'last'].includes(command);
}

/** The keys in words, for help. */
export const keyWords: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['→', 'Space', 'Page Down'], 'On'],
  [['←', 'Shift Space', 'Page Up'], 'Back'],
  [['Home', 'End'], 'To the start, to the end'],
  [['o', 'Esc'], 'Overview of all steps'],
  [['g'], 'Go to a step by number or name'],
  [['b', '.'], 'Black screen'],
  [['f'], 'Full screen'],
  [['l'], 'Names off the map, and back'],
  [['e'], 'Explore the map by hand'],
  [['d'], 'Draw on the map'],
  [['p'], 'Point with a red dot'],
  [['t'], 'Time since the start'],
  [['s'], 'Speaker’s window'],
  [['?'], 'This list']
];
