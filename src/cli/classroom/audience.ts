import type { ServerResponse } from 'node:http';
import { coalesced } from './coalesce.ts';
import { eventOf, heartbeat, openStream, send } from './event-stream.ts';
import type { Limits } from './limits.ts';
import type { RoomView } from './room-view.ts';

/** A teacher's window gets the tallies, which can be long, so more of them may wait for it. */
const leaderShare = 8;

/** The streams of one room at this relay: of those who follow, and of the windows of whoever leads. */
export class Audience {
  readonly #view: RoomView;
  readonly #limits: Limits;
  readonly #onCount: () => void;
  readonly #followers = new Set<ServerResponse>();
  readonly #leaders = new Set<ServerResponse>();
  #lastTally = '';

  /** @param onCount called when someone has come or gone */
  constructor(view: RoomView, limits: Limits, onCount: () => void) {
    this.#view = view;
    this.#limits = limits;
    this.#onCount = onCount;
    this.showTally = coalesced(() => this.#sendTally(), limits.tallyMs);
  }

  get followers(): number {
    return this.#followers.size;
  }

  get size(): number {
    return this.#followers.size + this.#leaders.size;
  }

  /** Whether another stream would be too many. */
  isFull(leads: boolean): boolean {
    const { streamsARoom, leadersARoom } = this.#limits;
    return this.size >= streamsARoom || (leads && this.#leaders.size >= leadersARoom);
  }

  /** Begins a stream with where the class is now. */
  follow(response: ServerResponse, leads: boolean): void {
    const streams = leads ? this.#leaders : this.#followers;
    response.once('close', () => {
      if (streams.delete(response)) this.#onCount();
    });
    streams.add(response);
    openStream(response);
    const { state } = this.#view.entry;
    if (state !== null) response.write(eventOf(state));
    if (leads) response.write(eventOf(this.#view.tally(), 'tally'));
    this.#onCount();
  }

  /** Sends where the class is. */
  showState(): void {
    const { state } = this.#view.entry;
    if (state !== null) this.#sendAll(eventOf(state));
  }

  /** Sends the tally to whoever leads, where it has changed; not more often than the limits say. */
  readonly showTally: () => void;

  beat(): void {
    this.#sendAll(heartbeat);
  }

  /** Says that the room is ended, and ends the streams. */
  end(): void {
    this.#sendAll(eventOf({}, 'end'));
    this.close();
  }

  /** Ends the streams of a relay that stops: the pages will connect again. */
  close(): void {
    const streams = [...this.#leaders, ...this.#followers];
    this.#leaders.clear();
    this.#followers.clear();
    for (const response of streams) response.end();
  }

  #sendTally(): void {
    if (this.#leaders.size === 0) return;
    const tally = this.#view.tally();
    const written = JSON.stringify(tally);
    if (written === this.#lastTally) return;
    this.#lastTally = written;
    const event = eventOf(tally, 'tally');
    for (const response of this.#leaders) this.#sendLeader(response, event);
  }

  #sendAll(event: Buffer): void {
    for (const response of this.#leaders) this.#sendLeader(response, event);
    for (const response of this.#followers) send(response, event, this.#limits.unreadBytes);
  }

  #sendLeader(response: ServerResponse, event: Buffer): void {
    send(response, event, this.#limits.unreadBytes * leaderShare);
  }
}
