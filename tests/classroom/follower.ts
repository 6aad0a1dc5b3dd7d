import { setTimeout as wait } from 'node:timers/promises';
import type { RoomState } from '../../src/lib/classroom/protocol.ts';
import { readEvents, type EventReader } from './event-reader.ts';

/** How long a follower that has lost its relay waits before it connects again, ms. */
const retryMs = 500;

/** A pupil's device: it follows a room until it is closed, and connects again whenever it is cut off. */
export class Follower {
  readonly port: number;
  /** The revision that it shows; -1 before it shows anything. */
  rev = -1;
  step = '';
  /** When it was told that, ms. */
  at = 0;
  readonly #path: string;
  #reader: EventReader | null = null;
  #isClosed = false;

  constructor(port: number, code: string) {
    this.port = port;
    this.#path = `/class/${code}/events`;
    void this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    this.#reader?.close();
  }

  async #follow(): Promise<void> {
    while (!this.#isClosed) {
      try {
        this.#reader = await readEvents(this.port, this.#path, (data) =>
          this.#show(data as RoomState)
        );
        await this.#reader.ended;
      } catch (error) {
        // Its relay is not there: it tries again, as a page does.
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      }
      if (!this.#isClosed) await wait(retryMs);
    }
  }

  #show({ rev, step }: RoomState): void {
    this.rev = rev;
    this.step = step;
    this.at = performance.now();
  }
}
