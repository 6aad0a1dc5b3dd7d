import { describe, expect, it } from 'vitest';
import { openingState } from '$lib/present/present-state.ts';
import { runCommand, type CommandTarget } from './run-command.ts';

/** A window that writes down what its parts are asked for. */
function fakeWindow({ penInHand = false, detailOpen = false, exploring = false, moved = false }) {
  const log: string[] = [];
  const camera = moved ? { center: [50, 35], zoom: 4, bearing: 0, pitch: 0 } : null;
  const target = {
    presenter: {
      run: (command: string, held: boolean) => log.push(held ? `${command}, held` : command),
      explore: (to: unknown) => log.push(`camera ${String(to)}`),
      state: { ...openingState, camera },
      reader: { exploring }
    },
    hand: {
      toggle: (tool: string) => log.push(`take ${tool}`),
      layDown: () => {
        if (penInHand) log.push('lay down');
        return penInHand;
      }
    },
    openDialog: (dialog: string) => log.push(`open ${dialog}`),
    closeDetail: () => {
      if (detailOpen) log.push('close detail');
      return detailOpen;
    },
    toggleExploring: () => log.push('toggle exploring')
  } as unknown as CommandTarget;
  return {
    log,
    run: (command: Parameters<typeof runCommand>[1]) => runCommand(target, command, false),
    target
  };
}

describe('runCommand(target, command, held)', () => {
  it('leaves to the presenter what is the presenter’s', () => {
    const { log, target } = fakeWindow({});
    runCommand(target, 'next', true);
    runCommand(target, 'black', false);
    expect(log).toEqual(['next, held', 'black']);
  });

  it('opens dialogs and takes tools into the hand', () => {
    const { log, run } = fakeWindow({});
    for (const command of ['overview', 'goTo', 'help', 'draw', 'point'] as const) run(command);
    expect(log).toEqual(['open overview', 'open goTo', 'open help', 'take pen', 'take laser']);
  });

  it('gives the story’s camera back to every window when exploring ends, not when it begins', () => {
    const begins = fakeWindow({});
    begins.run('explore');
    expect(begins.log).toEqual(['toggle exploring']);
    const ends = fakeWindow({ exploring: true });
    ends.run('explore');
    expect(ends.log).toEqual(['toggle exploring', 'camera null']);
  });

  it.each([
    ['lays down the pen', { penInHand: true, detailOpen: true }, ['lay down']],
    ['closes an event’s details', { detailOpen: true, exploring: true }, ['close detail']],
    ['ends exploring', { exploring: true, moved: true }, ['toggle exploring', 'camera null']],
    ['puts back a map that was moved', { moved: true }, ['camera null']],
    ['shows all steps where there is nothing to undo', {}, ['open overview']]
  ])('on Escape %s', (_, window, done) => {
    const { log, run } = fakeWindow(window);
    run('escape');
    expect(log).toEqual(done);
  });
});
