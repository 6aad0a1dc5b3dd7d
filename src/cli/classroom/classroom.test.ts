import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeIn, type OpenedRoom } from '../../lib/classroom/protocol.ts';
import { answerOf, openLesson, room, stateAt } from '../../../tests/classroom/lesson.ts';
import { startRelay, type Relay } from '../../../tests/classroom/relays.ts';
import { bothStores } from '../../../tests/classroom/stores.ts';
import type { Limits } from './limits.ts';

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

for (const { name, isHere, start, stop, make } of bothStores()) {
  describe.skipIf(!isHere)(`a class whose rooms are ${name}`, () => {
    const relays: Relay[] = [];
    const startOne = async (limits: Partial<Limits> = {}) => {
      const relay = await startRelay(await make(limits.lifetimeMs), {
        tallyMs: 5,
        countMs: 20,
        ...limits
      });
      relays.push(relay);
      return relay;
    };

    beforeAll(start);
    afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.close())));
    afterAll(stop);

    it('opens a room, and says how it is led and where the site is', async () => {
      const relay = await startOne();
      const { status, headers, body } = await relay.ask('POST /class/', { body: room });
      const { code, key, addresses } = body as OpenedRoom;
      expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(codeIn(code)).toBe(code);
      expect(key).toMatch(/^[\w-]{43}$/);
      expect(addresses).toEqual(['http://192.168.0.2:4173/']);
      expect(await relay.ask(`GET /class/${code}`)).toMatchObject({ status: 200, body: room });
      expect((await relay.ask(`GET /class/${code.toLowerCase()}`)).status).toBe(200);
    });

    it('shows followers where the class is, at once and after each change', async () => {
      const lesson = await openLesson(await startOne());
      const early = await lesson.follow();
      expect(early.status).toBe(200);
      await soon(() => expect(early.others).toEqual(['retry: 1000']));
      expect((await lesson.lead(stateAt(1))).status).toBe(204);
      await soon(() => expect(early.events).toEqual([{ type: 'message', data: stateAt(1) }]));
      const late = await lesson.follow();
      await soon(() => expect(late.last()).toEqual(stateAt(1)));
      await lesson.lead(stateAt(2, { step: 'tehran' }));
      await soon(() => {
        for (const reader of [early, late])
          expect(reader.last()).toEqual(stateAt(2, { step: 'tehran' }));
      });
    });

    it('ignores an older state, and of two at once takes the same everywhere', async () => {
      const lesson = await openLesson(await startOne());
      const reader = await lesson.follow();
      const [, newest] = [
        await lesson.lead(stateAt(5)),
        await lesson.lead(stateAt(5, { writer: 'window-2' }))
      ];
      expect(newest.status).toBe(204);
      for (const late of [stateAt(4), stateAt(5), stateAt(5, { writer: 'window-2', black: true })])
        expect((await lesson.lead(late)).status).toBe(204);
      await lesson.lead(stateAt(6));
      await soon(() =>
        expect(reader.events.map(({ data }) => data)).toEqual([
          stateAt(5),
          stateAt(5, { writer: 'window-2' }),
          stateAt(6)
        ])
      );
    });

    it('lets only whoever has the key lead, see the answers and end it', async () => {
      const relay = await startOne();
      const lesson = await openLesson(relay);
      const other = await openLesson(relay);
      for (const key of [undefined, '', 'x', other.key, `${lesson.key}x`]) {
        const asking = { ...(key !== undefined && { key }), body: stateAt(1) };
        const path = `/class/${lesson.code}`;
        expect((await relay.ask(`PUT ${path}`, { ...asking, body: room })).status).toBe(403);
        expect((await relay.ask(`PUT ${path}/state`, asking)).status).toBe(403);
        expect((await relay.ask(`DELETE ${path}`, key === undefined ? {} : { key })).status).toBe(
          403
        );
        expect((await relay.ask(`GET ${path}/answers`, { key: key ?? '' })).status).toBe(403);
        if (key !== undefined) {
          expect((await relay.read(`${path}/events?key=${key}`)).status).toBe(403);
        }
      }
      expect((await relay.ask(`GET /class/${lesson.code}`)).status).toBe(200);
    });

    it('tells whoever leads how many follow and what they answer, but not who', async () => {
      const lesson = await openLesson(await startOne());
      await lesson.lead(stateAt(1));
      const teacher = await lesson.watch();
      await soon(() => expect(teacher.last('tally')).toEqual({ followers: 0, answers: [] }));
      const followers = [await lesson.follow(), await lesson.follow()];
      expect((await lesson.tell(answerOf(1, '12.5,41.9'))).status).toBe(204);
      expect((await lesson.tell(answerOf(2, '  about 40 '))).status).toBe(204);
      expect((await lesson.tell(answerOf(1, '12.4,41.8'))).status).toBe(204);
      await soon(() =>
        expect(teacher.last('tally')).toEqual({ followers: 2, answers: ['12.4,41.8', 'about 40'] })
      );
      followers[0]!.close();
      await soon(() => expect(teacher.last('tally')).toMatchObject({ followers: 1 }));
      expect(followers[1]!.events.filter(({ type }) => type === 'tally')).toEqual([]);
      expect(teacher.last()).toEqual(stateAt(1));
    });

    it('takes an answer only to the step that the class is asked about', async () => {
      const relay = await startOne();
      const lesson = await openLesson(relay);
      expect((await lesson.tell(answerOf(1, 'too early'))).status).toBe(409);
      await lesson.lead(stateAt(1));
      expect((await lesson.tell(answerOf(1, 'elsewhere', 'tehran'))).status).toBe(409);
      expect((await lesson.tell(answerOf(1, 'right'))).status).toBe(204);
      await lesson.lead(stateAt(2, { taking: false, revealed: true }));
      expect((await lesson.tell(answerOf(1, 'too late'))).status).toBe(409);
      const { body } = await relay.ask(`GET /class/${lesson.code}/answers`, { key: lesson.key });
      expect(body).toEqual([{ step: 'vienna', value: 'right' }]);
    });

    it('lists the answers by step and value', async () => {
      const relay = await startOne();
      const lesson = await openLesson(relay);
      for (const [rev, step] of [
        [1, 'vienna'],
        [2, 'tehran']
      ] as const) {
        await lesson.lead(stateAt(rev, { step }));
        for (const [pupil, value] of ['yes', 'no', 'no'].entries())
          await lesson.tell(answerOf(pupil, value, step));
      }
      const { body } = await relay.ask(`GET /class/${lesson.code}/answers`, { key: lesson.key });
      expect(body).toEqual(
        ['tehran', 'vienna'].flatMap((step) =>
          ['no', 'no', 'yes'].map((value) => ({ step, value }))
        )
      );
    });

    it('sends the tally of many answers together', async () => {
      const lesson = await openLesson(await startOne({ tallyMs: 200 }));
      await lesson.lead(stateAt(1));
      const teacher = await lesson.watch();
      const began = performance.now();
      const values = Array.from({ length: 60 }, (_, each) => String(each));
      await Promise.all(values.map((value, pupil) => lesson.tell(answerOf(pupil, value))));
      await soon(() =>
        expect(teacher.last('tally')).toEqual({ followers: 0, answers: values.sort() })
      );
      // One of them comes with the connection, and one at once.
      const most = 2 + Math.ceil((performance.now() - began) / 200);
      const tallies = teacher.events.filter(({ type }) => type === 'tally');
      expect(tallies.length).toBeLessThanOrEqual(most);
    });

    it('sends no tally again', async () => {
      const lesson = await openLesson(await startOne({ tallyMs: 0 }));
      const teacher = await lesson.watch();
      for (let rev = 1; rev <= 30; rev++) await lesson.lead(stateAt(rev));
      await lesson.tell(answerOf(1, 'yes'));
      await soon(() => expect(teacher.last('tally')).toEqual({ followers: 0, answers: ['yes'] }));
      // The first of them comes with the connection.
      const tallies = teacher.events.filter(({ type }) => type === 'tally');
      expect(tallies.length).toBeLessThanOrEqual(3);
    });

    it('changes what a room is about, and leaves the class where it is', async () => {
      const relay = await startOne();
      const { code, key, lead, follow } = await openLesson(relay);
      await lead(stateAt(3));
      const body = { story: 'another', lesson: '' };
      expect((await relay.ask(`PUT /class/${code}`, { key, body })).status).toBe(204);
      expect((await relay.ask(`GET /class/${code}`)).body).toEqual(body);
      const reader = await follow();
      await soon(() => expect(reader.last()).toEqual(stateAt(3)));
    });

    it('ends a room for everyone, and forgets its answers', async () => {
      const relay = await startOne();
      const { code, key, lead, tell, follow, watch } = await openLesson(relay);
      await lead(stateAt(1));
      await tell(answerOf(1, 'yes'));
      const readers = [await follow(), await watch()];
      expect((await relay.ask(`DELETE /class/${code}`, { key })).status).toBe(204);
      for (const reader of readers) {
        await reader.ended;
        expect(reader.last('end')).toEqual({});
      }
      expect((await relay.ask(`GET /class/${code}`)).status).toBe(404);
      expect((await relay.read(`/class/${code}/events`)).status).toBe(404);
      expect((await lead(stateAt(2))).status).toBe(404);
      expect((await tell(answerOf(1, 'yes'))).status).toBe(404);
      await relay.ask(`PUT /class/${code}`, { key, body: room });
      expect((await relay.ask(`GET /class/${code}/answers`, { key })).body).toEqual([]);
    });

    it('knows a teacher after a restart, who opens the room anew', async () => {
      const first = await startOne();
      const { code, key, lead, follow } = await openLesson(first);
      await lead(stateAt(7));
      const reader = await follow();
      await soon(() => expect(reader.last()).toEqual(stateAt(7)));
      await relays.pop()!.close();
      await reader.ended;
      expect(reader.last('end')).toBeUndefined();

      const second = await startOne();
      expect((await second.ask(`PUT /class/${code}`, { key, body: room })).status).toBe(204);
      const again = await second.read(`/class/${code}/events`);
      await second.ask(`PUT /class/${code}/state`, { key, body: stateAt(7) });
      await soon(() => expect(again.last()).toEqual(stateAt(7)));
      const stranger = await startRelay(await make(), {}, 'another secret of the tests');
      relays.push(stranger);
      expect((await stranger.ask(`PUT /class/${code}`, { key, body: room })).status).toBe(403);
    });

    it('leads a short address to the story, and leaves what is no room to the site', async () => {
      const relay = await startOne();
      const { code } = await openLesson(relay);
      for (const path of [`/${code}`, `/${code.toLowerCase()}/`]) {
        for (const method of ['GET', 'HEAD']) {
          const { status, headers } = await relay.ask(`${method} ${path}`);
          expect([status, headers.get('location')]).toEqual([302, `/a-story/class/#${code}`]);
        }
      }
      const none = code === 'BBBBB' ? 'CCCCC' : 'BBBBB';
      for (const path of [`/${none}`, '/class', '/classy', `/${code}/present/`, '/', '/a-story/'])
        expect((await relay.ask(`GET ${path}`)).body, path).toBe('the site');
    });

    it('forgets a room that its teacher has left', async () => {
      const relay = await startOne({ lifetimeMs: 1000 });
      const { code, follow } = await openLesson(relay);
      const reader = await follow();
      await reader.ended;
      expect(reader.last('end')).toEqual({});
      expect((await relay.ask(`GET /class/${code}`)).status).toBe(404);
    });

    it('shows a silent stream that it is alive', async () => {
      const lesson = await openLesson(await startOne({ heartbeatMs: 5 }));
      const reader = await lesson.follow();
      await soon(() => expect(reader.others).toContain(':'));
      expect(reader.events).toEqual([]);
    });
  });
}
