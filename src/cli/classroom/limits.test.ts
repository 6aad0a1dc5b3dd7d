import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerOf, openLesson, room, stateAt } from '../../../tests/classroom/lesson.ts';
import { startRelay, type Relay } from '../../../tests/classroom/relays.ts';
import { bothStores } from '../../../tests/classroom/stores.ts';
import type { Limits } from './limits.ts';

for (const { name, isHere, start, stop, make } of bothStores()) {
  describe.skipIf(!isHere)(`a relay whose rooms are ${name}`, () => {
    const relays: Relay[] = [];
    const startOne = async (limits: Partial<Limits> = {}) => {
      const relay = await startRelay(await make(), limits);
      relays.push(relay);
      return relay;
    };

    beforeAll(start);
    afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.close())));
    afterAll(stop);

    it('refuses what is no room, no state and no answer', async () => {
      const relay = await startOne();
      const { code, key } = await openLesson(relay);
      for (const body of ['', '{', '[]', 'null', '{"story":"../x","lesson":""}', '{"story":"x"}']) {
        const { status, body: said } = await relay.ask('POST /class/', { body });
        expect([status, said], body).toEqual([400, { error: expect.any(String) }]);
      }
      for (const change of [{ rev: -1 }, { rev: 0.5 }, { face: 'none' }, { writer: '' }]) {
        const body = { ...stateAt(1), ...change };
        expect((await relay.ask(`PUT /class/${code}/state`, { key, body })).status).toBe(400);
      }
      for (const change of [{ pupil: 'short' }, { value: ' ' }, { value: 'x'.repeat(401) }]) {
        const body = { ...answerOf(1, 'yes'), ...change };
        expect((await relay.ask(`POST /class/${code}/answers`, { body })).status).toBe(400);
      }
    });

    it('says what was wrong, and where', async () => {
      const { body } = await (
        await startOne()
      ).ask('POST /class/', { body: { ...room, story: 7 } });
      expect(body).toEqual({ error: 'story: Invalid type: Expected string but received 7' });
    });

    it('refuses what a page of another site can send unasked', async () => {
      const relay = await startOne();
      const headers = { 'Content-Type': 'text/plain' };
      expect((await relay.ask('POST /class/', { body: room, headers })).status).toBe(415);
      expect((await relay.ask('OPTIONS /class/')).status).toBe(405);
    });

    it('names the methods that it knows', async () => {
      const relay = await startOne();
      for (const [what, allowed] of [
        ['GET /class/', 'POST'],
        ['HEAD /class/BCDFG', 'GET, PUT, DELETE'],
        ['PATCH /class/BCDFG/state', 'PUT'],
        ['HEAD /class/BCDFG/events', 'GET'],
        ['DELETE /class/BCDFG/answers', 'GET, POST']
      ] as const) {
        const { status, headers } = await relay.ask(what);
        expect([status, headers.get('allow')], what).toEqual([405, allowed]);
      }
    });

    it('reads no body that is too long', async () => {
      const relay = await startOne();
      const { code, key } = await openLesson(relay);
      for (const [what, bytes] of [
        ['POST /class/', 41_000],
        [`PUT /class/${code}/state`, 2100],
        [`POST /class/${code}/answers`, 2100],
        ['DELETE /class/', 41_000]
      ] as const) {
        const [method, path] = what.split(' ');
        const agent = new Agent({ keepAlive: true });
        const asked = request({ port: relay.port, path, method, agent });
        asked.setHeader('Authorization', `Bearer ${key}`);
        asked.setHeader('Content-Length', bytes);
        // It answers before the body comes.
        asked.flushHeaders();
        const [response] = (await once(asked, 'response')) as [IncomingMessage];
        expect(response.statusCode, what).toBe(method === 'DELETE' ? 405 : 413);
        expect(response.headers.connection, what).toBe('close');
        asked.destroy();
      }
    });

    it('reads no body whose length is not said, and hangs up', async () => {
      const { port } = await startOne();
      const socket = connect(port, '127.0.0.1');
      socket.write('POST /class/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{');
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      await once(socket, 'close');
      expect(answer).toMatch(/^HTTP\/1\.1 411 /);
    });

    it('puts off an address that asks too much, but not who follows', async () => {
      const relay = await startOne({ requestsASecond: 0.001, burst: 6 });
      const { code, lead, tell, follow } = await openLesson(relay);
      await lead(stateAt(1));
      for (const pupil of [1, 2, 3, 4]) expect((await tell(answerOf(pupil, 'x'))).status).toBe(204);
      const { status, headers } = await tell(answerOf(5, 'x'));
      expect([status, headers.get('retry-after')]).toEqual([429, '1']);
      expect((await relay.ask('POST /class/', { body: room })).status).toBe(429);
      expect((await follow()).status).toBe(200);
      expect((await relay.ask(`GET /class/${code}`)).status).toBe(200);
    });

    it('puts off an address that guesses codes, also where it guesses right', async () => {
      const relay = await startOne({ requestsASecond: 0.001, burst: 4 });
      const { code } = await openLesson(relay);
      const none = code === 'BBBBB' ? 'CCCCC' : 'BBBBB';
      const guesses = [`/class/${none}`, `/class/${none}/events`, `/${none}`, '/class/x'];
      for (const path of guesses) expect((await relay.ask(`GET ${path}`)).status).toBe(404);
      for (const path of [`/class/${none}`, `/class/${code}`, `/${none}`, `/${code}`])
        expect((await relay.ask(`GET ${path}`)).status, path).toBe(429);
      const headers = { 'X-Forwarded-For': '10.0.0.1, 10.0.0.7' };
      expect((await relay.ask(`GET /class/${code}`, { headers })).status).toBe(200);
    });

    it('opens no more rooms than it may', async () => {
      const relay = await startOne({ rooms: 2 });
      const [first] = [await openLesson(relay), await openLesson(relay)];
      expect((await relay.ask('POST /class/', { body: room })).status).toBe(503);
      const asking = { key: first.key, body: room };
      expect((await relay.ask(`PUT /class/${first.code}`, asking)).status).toBe(204);
      await relay.ask(`DELETE /class/${first.code}`, { key: first.key });
      expect((await relay.ask('POST /class/', { body: room })).status).toBe(201);
    });

    it('hears no more pupils than it may, but those again', async () => {
      const relay = await startOne({ answerers: 2, answers: 3 });
      const { lead, tell } = await openLesson(relay);
      await lead(stateAt(1));
      const said = async (pupil: number, step = 'vienna') =>
        (await tell(answerOf(pupil, 'x', step))).status;
      expect([await said(1), await said(2), await said(3), await said(1)]).toEqual([
        204, 204, 429, 204
      ]);
      await lead(stateAt(2, { step: 'tehran' }));
      expect([await said(1, 'tehran'), await said(2, 'tehran')]).toEqual([204, 429]);
    });

    it('has no more streams than it may', async () => {
      const relay = await startOne({ streamsARoom: 3, leadersARoom: 1, streams: 4 });
      const [first, second] = [await openLesson(relay), await openLesson(relay)];
      const statuses = [];
      for (const open of [first.watch, first.watch, first.follow, first.follow, first.follow])
        statuses.push((await open()).status);
      expect(statuses).toEqual([200, 503, 200, 200, 503]);
      const reader = await second.follow();
      expect((await second.follow()).status).toBe(503);
      reader.close();
      await vi.waitFor(async () => expect((await second.follow()).status).toBe(200), 20_000);
    });

    it('hangs up on a window that does not read', async () => {
      const much = { requestsASecond: 1e6, burst: 1e6 };
      const relay = await startOne({ tallyMs: 1, unreadBytes: 100_000, ...much });
      const lesson = await openLesson(relay);
      await lesson.lead(stateAt(1));
      const [deaf, other] = [await lesson.watch(), await lesson.watch()];
      deaf.pause();
      // The system itself takes some megabytes: the later tallies have 120 kB each.
      for (let pupil = 0; pupil < 500; pupil++) {
        await lesson.tell(answerOf(pupil % 300, `${pupil}${'x'.repeat(390)}`));
      }
      deaf.resume();
      await deaf.ended;
      await lesson.lead(stateAt(2));
      await vi.waitFor(() => expect(other.last()).toEqual(stateAt(2)), 20_000);
      expect(deaf.last()).toEqual(stateAt(1));
    });
  });
}
