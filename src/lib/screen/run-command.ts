import type { DrawingHand } from '$lib/draw/drawing-hand.svelte.ts';
import type { Command } from '$lib/present/commands.ts';
import type { Presenter } from '$lib/present/presenter.svelte.ts';

/** The commands that open a dialog. */
export type DialogCommand = 'overview' | 'goTo' | 'help';

/** What the commands of a presentation's window act on. */
export interface CommandTarget {
  readonly presenter: Pick<Presenter, 'run' | 'explore' | 'state'> & {
    readonly reader: Pick<Presenter['reader'], 'exploring'>;
  };
  readonly hand: Pick<DrawingHand, 'toggle' | 'layDown'>;
  readonly openDialog: (command: DialogCommand) => void;
  /** Closes an event's details on the map; returns whether any were open. */
  readonly closeDetail: () => boolean;
  /** Lets the reader move the map by hand, or ends that. */
  readonly toggleExploring: () => void;
}

/**
 * Runs a command that every window of a presentation has, the screen and the speaker's alike; returns false for any
 * other, such as `fullScreen`. `held` says that the key repeats.
 */
export function runCommand(target: CommandTarget, command: Command, held: boolean): boolean {
  const { presenter, hand, openDialog } = target;
  if (presenter.run(command, held)) return true;
  if (command === 'overview' || command === 'goTo' || command === 'help') openDialog(command);
  else if (command === 'explore') explore(target);
  else if (command === 'draw') hand.toggle('pen');
  else if (command === 'point') hand.toggle('laser');
  else if (command === 'escape') escape(target);
  else return false;
  return true;
}

/** Undoes what was done last to the map; where there is nothing to undo, it opens the overview of all steps. */
function escape(target: CommandTarget): void {
  const { presenter, hand, openDialog } = target;
  if (hand.layDown() || target.closeDetail()) return;
  if (presenter.reader.exploring) explore(target);
  else if (presenter.state.camera !== null) presenter.explore(null);
  else openDialog('overview');
}

function explore({ presenter, toggleExploring }: CommandTarget): void {
  const ends = presenter.reader.exploring;
  toggleExploring();
  // The story's camera is given back to the other windows too.
  if (ends) presenter.explore(null);
}
