import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerSchema,
  roomSchema,
  roomStateSchema,
  type OpenedRoom
} from '../../lib/classroom/protocol.ts';
import { Refusal, type Reply } from './reply.ts';
import { readBody } from './request-body.ts';
import { endRoom, leadRoom, openRoom, reopenRoom } from './room-changes.ts';
import { isKey, keyOf } from './room-key.ts';
import type { RoomStore } from './room-store.ts';
import type { RoomView } from './room-view.ts';
import type { Rooms } from './rooms.ts';

/** What the routes are about. */
export interface Classroom {
  readonly rooms: Rooms;
  readonly store: RoomStore;
  /** From which the rooms' keys follow. */
  readonly secret: string;
  /** The site's addresses for other devices, each with a slash at its end. */
  readonly addresses: () => readonly string[];
}

/** A request for a room, by its code; with an empty one where it is for none. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly code: string;
  readonly search: URLSearchParams;
}

/** Answers a request; null where the response goes on by itself. Throws a Refusal for what is not done. */
export type Route = (asked: Asked) => Promise<Reply | null> | Reply | null;

type Place = 'rooms' | 'room' | 'state' | 'events' | 'answers' | 'short';

/** The longest bodies, bytes. */
const longest = { room: 40 * 1024, state: 2048, answer: 2048 };

const done: Reply = { status: 204 };

/** What may be asked, by what it is asked of and the method. */
export function classRoutes(classroom: Classroom): Readonly<Record<Place, Record<string, Route>>> {
  const { rooms, store, secret, addresses } = classroom;

  function found(code: string): RoomView {
    const view = rooms.view(code);
    if (view === undefined) throw new Refusal(404, 'no such room');
    return view;
  }

  function assertKey(code: string, given: string): void {
    if (!isKey(secret, code, given)) throw new Refusal(403, 'not the key of this room');
  }

  /** A route for whoever leads the room. */
  const led =
    (route: Route): Route =>
    (asked) => {
      const { authorization = '' } = asked.request.headers;
      assertKey(asked.code, /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
      return route(asked);
    };

  function assertSpace(): void {
    if (rooms.isFull()) throw new Refusal(503, 'too many rooms are open');
  }

  return {
    rooms: {
      async POST({ request }) {
        const room = await readBody(request, roomSchema, longest.room);
        assertSpace();
        const code = await openRoom(store, room);
        const key = keyOf(secret, code);
        return {
          status: 201,
          body: { code, key, addresses: addresses() } satisfies OpenedRoom
        };
      }
    },
    room: {
      GET: ({ code }) => ({ status: 200, body: found(code).entry.room }),
      PUT: led(async ({ request, code }) => {
        const room = await readBody(request, roomSchema, longest.room);
        if (rooms.view(code) === undefined) assertSpace();
        await reopenRoom(store, code, room);
        return done;
      }),
      DELETE: led(async ({ code }) => {
        await endRoom(store, code);
        return done;
      })
    },
    state: {
      PUT: led(async ({ request, code }) => {
        const state = await readBody(request, roomStateSchema, longest.state);
        if (!(await leadRoom(store, code, state))) throw new Refusal(404, 'no such room');
        return done;
      })
    },
    events: {
      GET({ response, code, search }) {
        const key = search.get('key');
        if (key !== null) assertKey(code, key);
        found(code);
        const audience = rooms.audience(code, key !== null);
        if (audience === undefined) throw new Refusal(503, 'too many follow');
        audience.follow(response, key !== null);
        return null;
      }
    },
    answers: {
      GET: led(({ code }) => ({ status: 200, body: found(code).answers() })),
      async POST({ request, code }) {
        const answer = await readBody(request, answerSchema, longest.answer);
        const view = found(code);
        const { state } = view.entry;
        if (state === null || !state.taking || state.step !== answer.step) {
          throw new Refusal(409, 'no answer to this step is taken now');
        }
        if (rooms.refusesAnswer(view, answer.pupil))
          throw new Refusal(429, 'too many have answered');
        await store.answer(code, answer);
        return done;
      }
    },
    short: Object.fromEntries(
      ['GET', 'HEAD'].map((method): [string, Route] => [
        method,
        ({ code }) => {
          const { story } = found(code).entry.room;
          return { status: 302, headers: { location: `/${story}/class/#${code}` } };
        }
      ])
    )
  };
}
