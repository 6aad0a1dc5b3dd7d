import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomState } from './protocol.ts';
import { openRoom, RoomLeader } from './room-leader.ts';

const state = (rev: number): RoomState => ({
  rev,
  writer: 'w',
  step: 'deal',
  face: 'whole',
  black: false,
  revealed: false,
  taking: false
});
const room = { story: 'two-cities', lesson: '' };

/** A server that answers as it is told, and tells what it was asked. */
function server(answer: (method: string, path: string) => number | Error) {
  const asked: string[] = [];
  const load = vi.fn(async (path: string | URL | Request, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const { rev } = JSON.parse((init.body as string | undefined) ?? '{}') as { rev?: number };
    asked.push(`${method} ${String(path)}${rev === undefined ? '' : ` ${rev}`}`);
    const given = answer(method, String(path));
    if (given instanceof Error) throw given;
    return given === 204
      ? new Response(null, { status: 204 })
      : new Response('[{"step":"deal","value":"a"}]', { status: given });
  });
  return { asked, load: load as unknown as typeof fetch, calls: load };
}

const leaderOf = (load: typeof fetch) =>
  new RoomLeader({ address: '/class/BCDFG', key: 'k', room, fetch: load });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('openRoom(site, room, load)', () => {
  it('is null where nothing has rooms, and throws where one cannot be opened', async () => {
    for (const status of [404, 405, 501])
      expect(await openRoom('/', room, server(() => status).load)).toBeNull();
    await expect(openRoom('/', room, server(() => 503).load)).rejects.toThrow('503');
  });
});

describe('RoomLeader', () => {
  it('sends the newest state, not those that were passed over meanwhile', async () => {
    const { asked, load, calls } = server(() => 204);
    const leader = leaderOf(load);
    for (const rev of [1, 2, 3]) leader.lead(state(rev));
    await settle();
    expect(asked).toEqual(['PUT /class/BCDFG/state 1', 'PUT /class/BCDFG/state 3']);
    expect(calls.mock.calls[0]![1]!.headers).toMatchObject({ authorization: 'Bearer k' });
  });

  it('sends it again until it has arrived', async () => {
    let up = false;
    const { asked, load } = server(() => (up ? 204 : new TypeError('Failed to fetch')));
    leaderOf(load).lead(state(1));
    await settle();
    up = true;
    await vi.advanceTimersByTimeAsync(1000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(['PUT /class/BCDFG/state 1', 'PUT /class/BCDFG/state 1']);
  });

  it('makes the room anew on a server that has forgotten it', async () => {
    let known = false;
    const { asked, load } = server((_, path) => {
      if (path === '/class/BCDFG') known = true;
      return known ? 204 : 404;
    });
    leaderOf(load).lead(state(7));
    await settle();
    expect(asked).toEqual([
      'PUT /class/BCDFG/state 7',
      'PUT /class/BCDFG',
      'PUT /class/BCDFG/state 7'
    ]);
  });

  it('gives the answers, or null where they cannot be had', async () => {
    expect(await leaderOf(server(() => 200).load).answers()).toEqual([
      { step: 'deal', value: 'a' }
    ]);
    expect(await leaderOf(server(() => 403).load).answers()).toBeNull();
    expect(await leaderOf(server(() => new TypeError('no')).load).answers()).toBeNull();
  });

  it('leads no more once the room has ended', async () => {
    const { asked, load } = server(() => new TypeError('no'));
    const leader = leaderOf(load);
    leader.lead(state(1));
    await settle();
    await leader.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(['PUT /class/BCDFG/state 1', 'DELETE /class/BCDFG']);
  });
});
