import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomState, Tally } from './protocol.ts';
import { followRoom, type Connection, type Source } from './room-stream.ts';

/** A stream as a test drives it. */
class FakeSource implements Source {
  readonly address: string;
  readyState = 0;
  readonly #listeners: [string, (event: { readonly data?: string }) => void][] = [];

  constructor(address: string) {
    this.address = address;
  }

  addEventListener(kind: string, listener: (event: { readonly data?: string }) => void) {
    this.#listeners.push([kind, listener]);
  }

  close() {
    this.readyState = 2;
  }

  emit(kind: string, data?: unknown) {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    for (const [name, listener] of this.#listeners)
      if (name === kind) listener(data === undefined ? {} : { data: text });
  }
}

const state: RoomState = {
  rev: 1,
  writer: 'w',
  step: 'deal',
  face: 'whole',
  black: false,
  revealed: false,
  taking: false
};

function follow() {
  const sources: FakeSource[] = [];
  const page = Object.assign(new EventTarget(), { hidden: false });
  const heard = {
    states: [] as RoomState[],
    tallies: [] as Tally[],
    connections: [] as Connection[]
  };
  const stop = followRoom({
    address: '/class/BCDFG/events',
    onState: (each) => heard.states.push(each),
    onTally: (each) => heard.tallies.push(each),
    onConnection: (each) => heard.connections.push(each),
    connect: (address) => {
      const source = new FakeSource(address);
      sources.push(source);
      return source;
    },
    page
  });
  const sleep = (ms: number) => {
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(ms);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { sources, page, heard, stop, sleep, last: () => sources.at(-1)! };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('followRoom(options)', () => {
  it('hears each state and each tally, and passes over what is none', () => {
    const { heard, last } = follow();
    last().emit('open');
    last().emit('message', state);
    for (const junk of ['{', '{}', { ...state, face: 'x' }]) last().emit('message', junk);
    last().emit('tally', { followers: 3, answers: ['a'] });
    last().emit('tally', { followers: -1, answers: [] });
    expect(heard).toEqual({
      states: [state],
      tallies: [{ followers: 3, answers: ['a'] }],
      connections: ['connecting', 'open']
    });
  });

  it('asks again for a stream that is lost, until it is stopped', () => {
    const { sources, heard, last, stop } = follow();
    last().emit('error');
    expect([sources.length, sources[0]!.readyState]).toEqual([1, 2]);
    vi.advanceTimersByTime(1500);
    expect(sources).toHaveLength(2);
    last().emit('open');
    // What the old stream still says is not heard.
    sources[0]!.emit('message', state);
    expect(heard).toMatchObject({ states: [], connections: ['connecting', 'lost', 'open'] });
    last().emit('error');
    stop();
    vi.advanceTimersByTime(60_000);
    expect(sources).toHaveLength(2);
  });

  it('asks for a new stream after a sleep of minutes, but not after a glance aside', () => {
    const { sources, sleep } = follow();
    sleep(5000);
    expect(sources).toHaveLength(1);
    sleep(600_000);
    expect(sources.map(({ readyState }) => readyState)).toEqual([2, 0]);
  });

  it('ends with the room', () => {
    const { sources, heard, last, sleep } = follow();
    last().emit('end', '');
    last().emit('error');
    sleep(600_000);
    expect(sources).toHaveLength(1);
    expect(heard.connections.filter((each) => each === 'ended')).toHaveLength(1);
  });
});
