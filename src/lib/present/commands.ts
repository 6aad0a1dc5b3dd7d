import { commandFor, type KeyPress, type KeyTable } from '../reader/keys.ts';

/**
 * What a presenter can ask for with one key. `presenter.svelte.ts` runs what all windows share, `screen/run-command.ts`
 * what each window does by itself.
 */
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

const keys: KeyTable<Command> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  'Shift+ ': 'previous',
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

/** The command of a press, by the conventions of reveal.js and of clickers; null where it has none. */
export function commandOf(press: KeyPress): Command | null {
  return commandFor(keys, press);
}

/** The first key of a command, as `aria-keyshortcuts` names it. */
export function shortcutOf(command: Command): string {
  return Object.keys(keys).find((key) => keys[key] === command)!;
}

/** The commands that lead from stop to stop. */
export type Move = 'next' | 'previous' | 'first' | 'last';

export function isMove(command: Command): command is Move {
  return ['next', 'previous', 'first', 'last'].includes(command);
}

/** The keys in words, for the help. */
export const keyWords: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['→', 'Space', 'Page Down'], 'Next'],
  [['←', 'Shift Space', 'Page Up'], 'Back'],
  [['Home', 'End'], 'To the start, to the end'],
  [['o', 'Esc'], 'Overview of all steps'],
  [['g'], 'Go to a step by number or name'],
  [['b', '.'], 'Black screen'],
  [['f'], 'Full screen'],
  [['l'], 'Hide or show names'],
  [['e'], 'Explore the map by hand'],
  [['d'], 'Draw on the map'],
  [['p'], 'Point with a red dot'],
  [['t'], 'Show or hide the time'],
  [['s'], 'Speaker’s window'],
  [['?'], 'This help']
];
