import { describe, expect, it } from 'vitest';
import { FakeChannels } from './fake-channels.ts';
import type { PresentWindow, Role } from './messages.ts';
import { PresentLink } from './present-link.ts';
import { openingState, type PresentState } from './present-state.ts';
import { screensToJoin } from './screens.ts';

/** Channels, and time that passes as the test says. */
function fakeEther() {
  const channels = new FakeChannels();
  const beats = new Set<() => void>();
  return {
    open: () => channels.open(),
    every(_ms: number, callback: () => void) {
      beats.add(callback);
      return () => beats.delete(callback);
    },
    /** Lets seconds pass: each window beats once a second. */
    pass(seconds: number) {
      for (let i = 0; i < seconds; i++) {
        for (const beat of [...beats]) beat();
      }
    }
  };
}

function openWindow(
  ether: ReturnType<typeof fakeEther>,
  id: string,
  role: Role,
  session: string | null,
  state: PresentState = openingState
) {
  const seen = { state, windows: [] as readonly PresentWindow[], told: 0 };
  const link = new PresentLink({
    channel: ether.open(),
    self: { id, role, session, since: 0, frame: null },
    stamped: { stamp: { rev: 0, writer: id }, state },
    onState(next) {
      seen.state = next;
      seen.told++;
    },
    onWindows: (windows) => (seen.windows = windows),
    every: ether.every
  });
  return {
    seen,
    link,
    go(step: number) {
      seen.state = { ...seen.state, stop: { step, face: 'whole' } };
      link.change(seen.state);
    }
  };
}

describe('PresentLink', () => {
  it('brings every change of one window to the other, both ways', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    const speaker = openWindow(ether, 'b', 'speaker', 's1');
    screen.go(3);
    expect(speaker.seen.state.stop.step).toBe(3);
    speaker.go(4);
    expect(screen.seen.state.stop.step).toBe(4);
  });

  it('tells one that comes late, or comes again with an old state', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    screen.go(7);
    const speaker = openWindow(ether, 'b', 'speaker', 's1');
    expect(speaker.seen.state.stop.step).toBe(7);
    screen.link.close();
    speaker.go(8);
    const again = openWindow(ether, 'c', 'screen', 's1');
    expect(again.seen.state.stop.step).toBe(8);
  });

  it('keeps two presentations apart', () => {
    const ether = fakeEther();
    const [one, two] = ['s1', 's2'].map((session) =>
      openWindow(ether, `screen-${session}`, 'screen', session)
    );
    one!.go(5);
    expect(two!.seen.state.stop.step).toBe(0);
    expect(two!.seen.told).toBe(0);
  });

  it('takes of two changes made at once the same in every window', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'm', 'screen', 's1');
    screen.go(1);
    const channel = ether.open();
    const rival = (writer: string, step: number) =>
      channel.postMessage({
        kind: 'state',
        session: 's1',
        stamped: {
          stamp: { rev: 1, writer },
          state: { ...openingState, stop: { step, face: 'whole' } }
        }
      });
    rival('a', 2);
    expect(screen.seen.state.stop.step).toBe(1);
    rival('z', 3);
    expect(screen.seen.state.stop.step).toBe(3);
    rival('m', 4);
    expect(screen.seen.state.stop.step).toBe(3);
  });

  it('says when the other has gone: at once where it says so, soon where it is silent', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    const speaker = openWindow(ether, 'b', 'speaker', 's1');
    expect(screen.seen.windows.map(({ id }) => id)).toEqual(['b']);
    speaker.link.close();
    expect(screen.seen.windows).toEqual([]);

    const channel = ether.open();
    channel.postMessage({
      kind: 'here',
      asks: false,
      window: { id: 'crashed', role: 'speaker', session: 's1', since: 0, frame: null }
    });
    expect(screen.seen.windows.map(({ id }) => id)).toEqual(['crashed']);
    ether.pass(5);
    expect(screen.seen.windows).toHaveLength(1);
    ether.pass(1);
    expect(screen.seen.windows).toEqual([]);
  });

  it('holds on to a window whose timers sleep, since it answers', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    const sleeper = ether.open();
    const self = { id: 'z', role: 'speaker', session: 's1', since: 0, frame: null };
    sleeper.addEventListener('message', ({ data }) => {
      if ((data as { asks?: boolean }).asks) {
        sleeper.postMessage({ kind: 'here', asks: false, window: self });
      }
    });
    ether.pass(20);
    expect(screen.seen.windows.map(({ id }) => id)).toEqual(['z']);
  });

  it('drops junk', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    screen.go(2);
    const channel = ether.open();
    const stamped = (changes: object, stamp: object = { rev: 99, writer: 'x' }) => ({
      kind: 'state',
      session: 's1',
      stamped: { stamp, state: { ...openingState, ...changes } }
    });
    for (const junk of [
      null,
      'state',
      42,
      [],
      {},
      { kind: 'state' },
      { kind: 'explode', session: 's1' },
      { kind: 'bye', id: 7 },
      { kind: 'here', window: { id: '<b>', role: 'screen', session: null, frame: null }, asks: 1 },
      stamped({ stop: { step: -1, face: 'whole' } }),
      stamped({ stop: { step: 1.5, face: 'whole' } }),
      stamped({ stop: { step: 1, face: 'nose' } }),
      stamped({ black: 'yes' }),
      stamped({ camera: { center: [NaN, 0], zoom: 4, bearing: 0, pitch: 0 } }),
      stamped({ camera: { center: [0, 0], zoom: Infinity, bearing: 0, pitch: 0 } }),
      stamped({ plannedMinutes: 1e9 }),
      stamped({}, { rev: -1, writer: 'x' }),
      stamped({}, { rev: Number.MAX_VALUE, writer: 'x' })
    ]) {
      channel.postMessage(junk);
    }
    expect(screen.seen.told).toBe(0);
    expect(screen.seen.windows).toEqual([]);
    channel.postMessage(stamped({ black: true }));
    expect(screen.seen.state.black).toBe(true);
  });

  it('lets a window that was opened apart join', () => {
    const ether = fakeEther();
    const screen = openWindow(ether, 'a', 'screen', 's1');
    screen.go(6);
    const speaker = openWindow(ether, 'b', 'speaker', null);
    expect(speaker.seen.told).toBe(0);
    expect(screensToJoin(speaker.seen.windows).map(({ session }) => session)).toEqual(['s1']);
    speaker.link.become({ session: 's1' });
    expect(speaker.seen.state.stop.step).toBe(6);
    speaker.go(9);
    expect(screen.seen.state.stop.step).toBe(9);
  });
});

describe('screensToJoin(windows)', () => {
  const window = (id: string, role: Role, session: string | null, since = 0): PresentWindow => ({
    id,
    role,
    session,
    since,
    frame: null
  });
  const spoken = [window('a', 'screen', 's1', 5), window('b', 'speaker', 's1')];
  const ids = (windows: readonly PresentWindow[]) => screensToJoin(windows).map(({ id }) => id);

  it('are those without a speaker, the latest first', () => {
    expect(ids([...spoken, window('c', 'screen', 's2', 1), window('d', 'speaker', null)])).toEqual([
      'c'
    ]);
    expect(ids([window('a', 'screen', 's1', 1), window('b', 'screen', 's2', 2)])).toEqual([
      'b',
      'a'
    ]);
  });

  it('are all where each has a speaker, and none where there is no screen', () => {
    expect(ids(spoken)).toEqual(['a']);
    expect(ids([window('d', 'speaker', 's3')])).toEqual([]);
  });
});
