import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** An event with its type, where it has one. */
const eventPattern = /^(?:event: (?<type>\w+)\n)?data: (?<data>.*)$/;

/** Reads a stream of server-sent events, as far as the class rooms send them: an event is one line of JSON. */
export class EventReader {
  readonly status: number;
  /** Kept once the connection is at its end, however that came. */
  readonly ended: Promise<void>;
  /** All that was read, in order. */
  readonly events: { readonly type: string; readonly data: unknown }[] = [];
  /** What was read beside events: comments, and how long to wait before connecting again. */
  readonly others: string[] = [];
  readonly #response: IncomingMessage;
  readonly #onEvent: (data: unknown, type: string) => void;
  #rest = '';

  constructor(response: IncomingMessage, onEvent: (data: unknown, type: string) => void) {
    this.#onEvent = onEvent;
    this.status = response.statusCode!;
    this.#response = response;
    this.ended = new Promise((resolve) => response.once('close', resolve));
    // A stream that is cut off ends too.
    response.on('error', () => response.destroy());
    response.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  /** The latest event's data; undefined before there is one. */
  last(type = 'message'): unknown {
    return this.events.findLast((event) => event.type === type)?.data;
  }

  pause(): void {
    this.#response.pause();
  }

  resume(): void {
    this.#response.resume();
  }

  close(): void {
    this.#response.destroy();
  }

  #read(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop()!;
    for (const block of blocks) {
      const { type = 'message', data } = eventPattern.exec(block)?.groups ?? {};
      if (data === undefined) {
        this.others.push(block);
        continue;
      }
      this.events.push({ type, data: JSON.parse(data) });
      this.#onEvent(this.events.at(-1)!.data, type);
    }
  }
}

/**
 * Connects to a stream of events; also where the server refuses, which the reader's status says.
 *
 * @throws Error where there is no server
 */
export async function readEvents(
  port: number,
  path: string,
  onEvent: (data: unknown, type: string) => void = () => {}
): Promise<EventReader> {
  const request = get({ host: '127.0.0.1', port, path, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return new EventReader(response, onEvent);
}
