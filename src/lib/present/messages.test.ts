import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSession, readMessage, sessionIn, type Message } from './messages.ts';
import { openingState } from './present-state.ts';
import { isNewer } from './stamp.ts';

const here: Message = {
  kind: 'here',
  window: { id: 'w1', role: 'screen', session: null, since: 1, frame: null },
  asks: true
};
const state: Message = {
  kind: 'state',
  session: 's1',
  stamped: { stamp: { rev: 3, writer: 'w1' }, state: openingState }
};

describe('readMessage(data)', () => {
  it('takes what a window says', () => {
    for (const message of [here, state, { kind: 'bye', id: 'w1' }]) {
      expect(readMessage(structuredClone(message))).toEqual(message);
    }
  });

  it.each([
    ['nothing', undefined],
    ['a kind that there is not', { kind: 'hello', id: 'w1' }],
    ['a name that is not a word', { kind: 'bye', id: 'w 1' }],
    ['a name without end', { kind: 'bye', id: 'x'.repeat(65) }],
    ['a window of another role', { ...here, window: { ...here.window, role: 'spy' } }],
    ['a window opened before 1970', { ...here, window: { ...here.window, since: -1 } }],
    ['a state of no presentation', { ...state, session: null }],
    [
      'a step that no story has',
      {
        ...state,
        stamped: {
          ...state.stamped,
          state: { ...openingState, stop: { step: 10_000, face: 'whole' } }
        }
      }
    ]
  ])('is null for %s', (_, data) => {
    expect(readMessage(data)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readMessage(data)).toBeNull();
      })
    );
  });
});

describe('isSession(text) and sessionIn(search)', () => {
  it('know the names of presentations from other words', () => {
    expect(['abc-1_D', 'x'.repeat(64)].map(isSession)).toEqual([true, true]);
    expect(['', 'a b', '<', 'x'.repeat(65)].map(isSession)).toEqual(Array(4).fill(false));
  });

  it('find the one that an address names', () => {
    expect(sessionIn('?play&session=s-1')).toBe('s-1');
    for (const search of ['', '?session', '?session=a%20b', '?s=s-1']) {
      expect(sessionIn(search), search).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (name) => {
        const found = sessionIn(`?session=${encodeURIComponent(name)}`);
        expect(found).toBe(isSession(name) ? name : null);
      })
    );
  });
});

describe('isNewer(one, other)', () => {
  it('goes by the count of changes, and of two made at once takes the same in every window', () => {
    expect(isNewer({ rev: 2, writer: 'a' }, { rev: 1, writer: 'b' })).toBe(true);
    expect(isNewer({ rev: 1, writer: 'b' }, { rev: 2, writer: 'a' })).toBe(false);
    expect(isNewer({ rev: 2, writer: 'b' }, { rev: 2, writer: 'a' })).toBe(true);
    expect(isNewer({ rev: 2, writer: 'a' }, { rev: 2, writer: 'b' })).toBe(false);
    expect(isNewer({ rev: 2, writer: 'a' }, { rev: 2, writer: 'a' })).toBe(false);
  });
});
