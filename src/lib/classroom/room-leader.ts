import type { OpenedRoom, Room, RoomState } from './protocol.ts';

/** What the server asks of whatever has a body: a page of another site cannot send it unasked. */
export const jsonHeaders = { 'content-type': 'application/json' } as const;

/** How long until what did not arrive is sent again, ms. */
const retryMs = 1000;

export interface LeaderOptions {
  /** The room's address, such as `/class/BCDFG`. */
  readonly address: string;
  readonly key: string;
  readonly room: Room;
  readonly fetch?: typeof fetch;
}

/**
 * Opens a room in which a class follows.
 *
 * @returns null where the site is served by something that has no rooms
 * @throws where the server cannot be reached, or has no room left
 */
export async function openRoom(
  site: string,
  room: Room,
  load: typeof fetch = fetch
): Promise<OpenedRoom | null> {
  const response = await load(`${site}class/`, {
    method: 'POST',
    headers: jsonHeaders,
    body: JSON.stringify(room)
  });
  if ([404, 405, 501].includes(response.status)) return null;
  if (!response.ok) throw new Error(`The room could not be opened (${response.status}).`);
  return (await response.json()) as OpenedRoom;
}

/**
 * Leads a room: sends it the state that the class is to see, the newest alone, again until it has arrived. A server that
 * was started anew is given the room again.
 */
export class RoomLeader {
  readonly #options: LeaderOptions;
  readonly #fetch: typeof fetch;
  #wanted: RoomState | null = null;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(options: LeaderOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? fetch.bind(globalThis);
  }

  lead(state: RoomState): void {
    this.#wanted = state;
    if (!this.#sending) void this.#send();
  }

  /** Sends the state once more: the server may have forgotten it. */
  again(): void {
    if (this.#wanted !== null) this.lead(this.#wanted);
  }

  /** All answers of the class so far; null where they cannot be had. */
  async answers(): Promise<readonly { readonly step: string; readonly value: string }[] | null> {
    try {
      const response = await this.#call('GET', '/answers');
      return response.ok ? ((await response.json()) as { step: string; value: string }[]) : null;
    } catch {
      // The server is out of reach.
      return null;
    }
  }

  /** Ends the room: its answers are forgotten. */
  async end(): Promise<void> {
    this.stop();
    try {
      await this.#call('DELETE', '');
    } catch {
      // Out of reach, the room ends by itself.
    }
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending = true;
    while (this.#wanted !== null && !this.#ended) {
      const sent = this.#wanted;
      if (!(await this.#put(sent))) {
        this.#timer = setTimeout(() => void this.#send(), retryMs);
        break;
      }
      if (this.#wanted === sent) break;
    }
    this.#sending = false;
  }

  /** Whether a state has arrived. */
  async #put(state: RoomState): Promise<boolean> {
    try {
      const response = await this.#call('PUT', '/state', state);
      if (response.status !== 404) return response.ok;
      const made = await this.#call('PUT', '', this.#options.room);
      return made.ok && (await this.#call('PUT', '/state', state)).ok;
    } catch {
      // The server is out of reach for the moment.
      return false;
    }
  }

  #call(method: string, path: string, body?: object): Promise<Response> {
    const { address, key } = this.#options;
    return this.#fetch(address + path, {
      method,
      headers: { ...jsonHeaders, authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  }
}
