import type { ServerResponse } from 'node:http';
import { classHeaders } from './reply.ts';

/** How long a page waits before it connects again, ms. */
const retryMs = 1000;

/** Begins a stream of server-sent events (WHATWG HTML, section 9.2). */
export function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    ...classHeaders,
    'Content-Type': 'text/event-stream; charset=utf-8',
    // nginx would hold events back until it has some kilobytes of them.
    'X-Accel-Buffering': 'no'
  });
  response.write(`retry: ${retryMs}\n\n`);
}

/** An event as it is sent; of the usual type where none is given. Thousands of streams share its bytes. */
export function eventOf(data: unknown, type: string | null = null): Buffer {
  const lines = [...(type === null ? [] : [`event: ${type}`]), `data: ${JSON.stringify(data)}`];
  return Buffer.from(`${lines.join('\n')}\n\n`);
}

/** A comment, which pages do not see: it keeps proxies from taking a silent stream for a dead one. */
export const heartbeat = Buffer.from(':\n\n');

/** Sends an event; where more than `unreadBytes` wait to be read before it, ends the connection instead. */
export function send(response: ServerResponse, event: Buffer, unreadBytes: number): void {
  if (response.writableLength > unreadBytes) response.destroy();
  else response.write(event);
}
