import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { usualLimits, type Limits } from '../../src/cli/classroom/limits.ts';
import { startClassroom } from '../../src/cli/classroom/open-classroom.ts';
import type { RoomStore } from '../../src/cli/classroom/room-store.ts';
import { readEvents, type EventReader } from './event-reader.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** What came as JSON, else the text. */
  readonly body: unknown;
}

export interface Asking {
  /** What is sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server with class rooms and one page: "the site". */
export interface Relay {
  readonly port: number;
  /** Asks for what is written as `PUT /class/BCDFG`. */
  readonly ask: (what: string, asking?: Asking) => Promise<Answered>;
  readonly read: (path: string) => Promise<EventReader>;
  readonly close: () => Promise<void>;
}

/** Asks a server of this machine. */
export async function ask(
  port: number,
  what: string,
  { body, key, headers = {} }: Asking = {}
): Promise<Answered> {
  const [method = 'GET', path = '/'] = what.split(' ');
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      ...(key !== undefined && { Authorization: `Bearer ${key}` }),
      ...headers
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text
  };
}

/** Starts a server on any free port, with the usual limits where no others are given. */
export async function startRelay(
  store: RoomStore,
  limits: Partial<Limits> = {},
  secret = 'a secret of the tests'
): Promise<Relay> {
  const classroom = await startClassroom({
    store,
    secret,
    limits: { ...usualLimits, ...limits },
    addresses: () => ['http://192.168.0.2:4173/']
  });
  const server = createServer((request, response) => {
    if (!classroom.answer(request, response)) response.writeHead(404).end('the site');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    ask: (what, asking) => ask(port, what, asking),
    read: (path) => readEvents(port, path),
    async close() {
      const closed = once(server.close(), 'close');
      await classroom.close();
      server.closeAllConnections();
      await closed;
    }
  };
}
