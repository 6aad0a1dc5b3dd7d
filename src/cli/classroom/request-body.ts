import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { Refusal } from './reply.ts';

/** The longest body that a request which is refused may have without losing its connection, bytes. */
const mostThrownAway = 40 * 1024;

/** Ends the connection after the answer, so that nothing more of it is read. */
export const hangUp = { connection: 'close' };

/** Whether a request brings more than is worth reading to its end. */
export function isLong({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || lengthOf(headers['content-length']) > mostThrownAway;
}

/**
 * What a request says, by a schema.
 *
 * @param mostBytes the longest body; of a longer one nothing is read
 * @throws Refusal for what is too long, and for what is not JSON of that schema
 */
export async function readBody<Output>(
  request: IncomingMessage,
  schema: v.GenericSchema<unknown, Output>,
  mostBytes: number
): Promise<Output> {
  const { headers } = request;
  if ('transfer-encoding' in headers) throw new Refusal(411, 'expected a Content-Length', hangUp);
  if (lengthOf(headers['content-length']) > mostBytes) {
    throw new Refusal(413, `expected at most ${mostBytes} bytes`, hangUp);
  }
  // A page of another site may not send this type unless it is let.
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    throw new Refusal(415, 'expected a Content-Type of application/json');
  }
  const json = v.pipe(v.string(), v.parseJson(), schema);
  const read = v.safeParse(json, await text(request));
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new Refusal(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`.slice(0, 300));
}

function lengthOf(given: string | undefined): number {
  return Number(given ?? 0);
}
