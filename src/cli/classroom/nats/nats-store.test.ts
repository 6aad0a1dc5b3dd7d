import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerOf, openLesson, room, stateAt } from '../../../../tests/classroom/lesson.ts';
import { findNats, startNats, type RunningNats } from '../../../../tests/classroom/nats-server.ts';
import { startRelay, type Relay } from '../../../../tests/classroom/relays.ts';
import { freePort } from '../../../../tests/server/servers.ts';
import { usualLimits } from '../limits.ts';
import { NatsStore } from './nats-store.ts';
import { openClassroom } from '../open-classroom.ts';

const program = findNats();
const soon = <T>(check: () => T) => vi.waitFor(check, { timeout: 30_000, interval: 10 });

describe.skipIf(program === undefined)('relays that share a NATS server', () => {
  const relays: Relay[] = [];
  const servers: RunningNats[] = [];

  async function startServer(port: string): Promise<RunningNats> {
    const server = await startNats(program!, port);
    servers.push(server);
    return server;
  }
  async function startOne({ url }: RunningNats): Promise<Relay> {
    const store = await NatsStore.connect(url, usualLimits.lifetimeMs);
    const relay = await startRelay(store, { tallyMs: 5, countMs: 20 });
    relays.push(relay);
    return relay;
  }

  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  it('are one: who follows, answers, leads and ends may be at any', async () => {
    const server = await startServer(await freePort());
    const [one, other] = [await startOne(server), await startOne(server)];
    const { code, key, lead, watch, follow } = await openLesson(one);
    const path = `/class/${code}`;
    await soon(async () => expect((await other.ask(`GET ${path}`)).body).toEqual(room));
    await lead(stateAt(1));
    const [teacher, near, far] = [
      await watch(),
      await follow(),
      await other.read(`${path}/events`)
    ];
    await soon(() => expect(far.last()).toEqual(stateAt(1)));
    const { status } = await other.ask(`POST ${path}/answers`, { body: answerOf(1, 'yes') });
    expect(status).toBe(204);
    await soon(() => expect(teacher.last('tally')).toEqual({ followers: 2, answers: ['yes'] }));
    await other.ask(`PUT ${path}/state`, { key, body: stateAt(2) });
    await soon(() => expect(near.last()).toEqual(stateAt(2)));
    await other.ask(`DELETE ${path}`, { key });
    await Promise.all([teacher.ended, near.ended, far.ended]);
    expect(near.last('end')).toEqual({});
  });

  it('agree on the newest state, whoever is faster', async () => {
    const server = await startServer(await freePort());
    const both = [await startOne(server), await startOne(server)];
    const { code, key } = await openLesson(both[0]!);
    await soon(async () => expect((await both[1]!.ask(`GET /class/${code}`)).status).toBe(200));
    const revs = Array.from({ length: 60 }, (_, each) => (each * 37) % 60);
    const statuses = await Promise.all(
      revs.map(async (rev, each) => {
        const asking = { key, body: stateAt(rev) };
        return (await both[each % 2]!.ask(`PUT /class/${code}/state`, asking)).status;
      })
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    for (const relay of both) {
      const reader = await relay.read(`/class/${code}/events`);
      await soon(() => expect(reader.last()).toEqual(stateAt(59)));
    }
  });

  it('tell one that is started later all there is', async () => {
    const server = await startServer(await freePort());
    const first = await startOne(server);
    const { code, key, lead, tell } = await openLesson(first);
    await lead(stateAt(1));
    await tell(answerOf(1, 'yes'));
    // The room lies behind its answers now.
    await lead(stateAt(2));
    const ended = await openLesson(first);
    await ended.lead(stateAt(1));
    await ended.tell(answerOf(1, 'yes'));
    await first.ask(`DELETE /class/${ended.code}`, { key: ended.key });
    await relays.pop()!.close();
    const late = await startOne(server);
    const reader = await late.read(`/class/${code}/events`);
    await soon(() => expect(reader.last()).toEqual(stateAt(2)));
    const { body } = await late.ask(`GET /class/${code}/answers`, { key });
    expect(body).toEqual([{ step: 'vienna', value: 'yes' }]);
    const path = `/class/${ended.code}`;
    expect((await late.ask(`GET ${path}`)).status).toBe(404);
    await late.ask(`PUT ${path}`, { key: ended.key, body: room });
    for (const relay of [late, await startOne(server)]) {
      const answers = await relay.ask(`GET ${path}/answers`, { key: ended.key });
      expect(answers).toMatchObject({ status: 200, body: [] });
    }
  });

  it('overlook the followers of one that is gone', async () => {
    const server = await startServer(await freePort());
    const [one, other] = [await startOne(server), await startOne(server)];
    const { code, watch, follow } = await openLesson(one);
    await soon(async () => expect((await other.ask(`GET /class/${code}`)).status).toBe(200));
    const teacher = await watch();
    await follow();
    await other.read(`/class/${code}/events`);
    await soon(() => expect(teacher.last('tally')).toMatchObject({ followers: 2 }));
    await relays.pop()!.close();
    await soon(() => expect(teacher.last('tally')).toMatchObject({ followers: 1 }));
  });

  it('keep their rooms when the server has lost them', async () => {
    const port = await freePort();
    const first = await startServer(port);
    const relay = await startOne(first);
    const { code, key, lead, tell, follow } = await openLesson(relay);
    await lead(stateAt(1));
    await tell(answerOf(1, 'yes'));
    const reader = await follow();
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    await servers.pop()!.stop();
    const second = await startServer(port);
    await soon(async () => expect((await lead(stateAt(2))).status).toBe(204));
    printed.mockRestore();
    await soon(() => expect(reader.last()).toEqual(stateAt(2)));
    expect((await relay.ask(`GET /class/${code}/answers`, { key })).body).toHaveLength(1);
    const late = await startOne(second);
    const far = await late.read(`/class/${code}/events`);
    await soon(() => expect(far.last()).toEqual(stateAt(2)));
    await tell(answerOf(2, 'no'));
    await soon(async () =>
      expect((await late.ask(`GET /class/${code}/answers`, { key })).body).toContainEqual({
        step: 'vienna',
        value: 'no'
      })
    );
  });

  it('say so when no server answers', async () => {
    const url = `nats://127.0.0.1:${await freePort()}`;
    await expect(
      openClassroom(() => 0, { FULCRUM_NATS: url, FULCRUM_CLASS_SECRET: 'x'.repeat(16) })
    ).rejects.toThrow(`FULCRUM_NATS: cannot use ${url}: connection refused`);
  });
});
