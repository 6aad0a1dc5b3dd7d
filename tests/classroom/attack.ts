import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { randomCode } from '../../src/cli/classroom/room-key.ts';
import { answerOf, room, stateAt } from './lesson.ts';

interface Hostile {
  readonly what: string;
  readonly key?: string;
  readonly body?: string;
  /** What it may be answered; 429 besides. */
  readonly answers: readonly number[];
}

/** What a relay says of itself when it hangs up instead of answering. */
const hungUp = 0;

/** How many messages are on their way at once. */
const abreast = 50;

/** What is sent to harm a room, in turns. */
const hostile = (code: string): readonly Hostile[] => [
  {
    what: `PUT /class/${code}/state`,
    key: 'x'.repeat(43),
    body: json(stateAt(1e9)),
    answers: [403]
  },
  { what: `PUT /class/${code}/state`, body: json(stateAt(1e9)), answers: [403] },
  { what: `DELETE /class/${code}`, key: 'x', answers: [403] },
  { what: `GET /class/${code}/events?key=x`, answers: [403] },
  { what: `GET /class/${code}/answers`, answers: [403] },
  { what: 'POST /class/', body: '{"story":', answers: [400] },
  { what: 'POST /class/', body: json({ ...room, story: '../x' }), answers: [400] },
  { what: 'POST /class/', body: 'x'.repeat(1_000_000), answers: [413, hungUp] },
  { what: `POST /class/${code}/answers`, body: '['.repeat(2000), answers: [400] },
  { what: `POST /class/${code}/answers`, body: json(answerOf(1, 'x', 'no-step')), answers: [409] },
  { what: `POST /class/${code}/answers`, body: 'x'.repeat(100_000), answers: [413, hungUp] },
  { what: `PATCH /class/${code}`, body: '{}', answers: [405] },
  { what: `GET /class/${randomCode()}`, answers: [404] },
  { what: `GET /class/${randomCode()}/events`, answers: [404] },
  { what: `GET /${randomCode()}`, answers: [404] },
  { what: `GET /class/${'x'.repeat(5000)}`, answers: [404] }
];

/**
 * Sends a relay messages to harm a room, half of them from one address and half from thousands, beside sockets that stay
 * half open until all are sent. Returns how often each status was answered.
 *
 * @throws Error where one was answered what it may not be
 */
export async function attack(
  port: number,
  code: string,
  messages: number
): Promise<Readonly<Record<string, number>>> {
  const halfOpen = await Promise.all(Array.from({ length: 300 }, () => openHalf(port)));
  const counts: Record<string, number> = {};
  let sent = 0;
  const sendOn = async () => {
    for (let each = sent++; each < messages; each = sent++) {
      const kinds = hostile(code);
      const message = kinds[each % kinds.length]!;
      const status = await send(port, message, each % 2 === 0 ? each % 5000 : 1);
      if (status !== 429 && !message.answers.includes(status)) {
        throw new Error(`${message.what.slice(0, 80)} was answered ${status}`);
      }
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: abreast }, sendOn));
  for (const socket of halfOpen) socket.destroy();
  return counts;
}

/** @param from the number of an address, as a proxy of this machine would name it */
async function send(port: number, { what, key, body }: Hostile, from: number): Promise<number> {
  const [method, path] = what.split(' ');
  const asked = request({ host: '127.0.0.1', port, method, path, agent: false });
  asked.setHeader('X-Forwarded-For', `198.18.${from >> 8}.${from & 255}`);
  asked.setHeader('Content-Type', 'application/json');
  if (key !== undefined) asked.setHeader('Authorization', `Bearer ${key}`);
  // A relay hangs up on what is too long, while it is sent.
  asked.on('error', () => asked.destroy());
  asked.end(body);
  const response = await Promise.race([
    once(asked, 'response').then(([response]) => response as IncomingMessage),
    once(asked, 'close').then(() => null)
  ]).catch(() => null);
  response?.resume();
  if (response !== null) asked.destroy();
  return response?.statusCode ?? hungUp;
}

/** A client that begins to send something and does not go on. */
async function openHalf(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write('POST /class/ HTTP/1.1\r\nHost: x\r\nContent-Length: 30000\r\n');
  return socket;
}

function json(data: unknown): string {
  return JSON.stringify(data);
}
