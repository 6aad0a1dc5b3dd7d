import { commandFor, type KeyPress, type KeyTable } from '../reader/keys.ts';

/** The commands that lead from stop to stop. */
export type Move = 'next' | 'previous' | 'first' | 'last';

/** What all windows of a presentation do together: `presenter.svelte.ts` runs it. */
export type SharedCommand = Move | 'black' | 'names' | 'timer' | 'reveal' | 'media';

/** The commands that open a dialog. */
export type DialogCommand = 'overview' | 'goTo' | 'help';

/** What each window does by itself, be it the screen or the speaker’s: `screen/run-command.ts` runs it. */
export type WindowCommand = DialogCommand | 'explore' | 'draw' | 'point' | 'classroom' | 'escape';

/** What the screen alone does: `screen/PresentPage.svelte` runs it. */
type ScreenCommand = 'fullScreen' | 'speaker';

/** What a presenter can ask for with one key. */
export type Command = SharedCommand | WindowCommand | ScreenCommand;

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
  m: 'media',
  e: 'explore',
  d: 'draw',
  p: 'point',
  s: 'speaker',
  c: 'classroom',
  r: 'reveal',
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
  [['m'], 'Enlarge the step’s pictures and videos'],
  [['e'], 'Explore the map by hand'],
  [['d'], 'Draw on the map'],
  [['p'], 'Point with a red dot'],
  [['t'], 'Show or hide the time'],
  [['s'], 'Speaker’s window'],
  [['c'], 'The class follows on its own devices'],
  [['r'], 'Show or hide the class’s answers'],
  [['?'], 'This help']
];
