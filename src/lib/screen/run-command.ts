import type { DrawingHand } from '$lib/draw/drawing-hand.svelte.ts';
import type { DialogCommand, SharedCommand, WindowCommand } from '$lib/present/commands.ts';
import type { Presenter } from '$lib/present/presenter.svelte.ts';

/** What the commands of a presentation's window act on. */
export interface CommandTarget {
  readonly presenter: Pick<Presenter, 'run' | 'explore' | 'state'> & {
    readonly reader: Pick<Presenter['reader'], 'exploring'>;
  };
  readonly hand: Pick<DrawingHand, 'toggle' | 'layDown'>;
  readonly openDialog: (command: DialogCommand) => void;
  /** Closes an event's details on the map; returns whether any were open. */
  readonly closeDetail: () => boolean;
  /** Opens what lets the class follow, or closes it. */
  readonly toggleClassroom: () => void;
  /** Lets the reader move the map by hand, or ends that. */
  readonly toggleExploring: () => void;
}

/** Runs a command that every window of a presentation has, the screen and the speaker’s alike; `held` while a key repeats. */
export function runCommand(
  target: CommandTarget,
  command: SharedCommand | WindowCommand,
  held: boolean
): void {
  switch (command) {
    case 'overview':
    case 'goTo':
    case 'help':
      return target.openDialog(command);
    case 'explore':
      return explore(target);
    case 'draw':
      return target.hand.toggle('pen');
    case 'point':
      return target.hand.toggle('laser');
    case 'classroom':
      return target.toggleClassroom();
    case 'escape':
      return escape(target);
    default:
      target.presenter.run(command, held);
  }
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
