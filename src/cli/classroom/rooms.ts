import { randomUUID } from 'node:crypto';
import type { Answer } from '../../lib/classroom/protocol.ts';
import { Audience } from './audience.ts';
import { coalesced } from './coalesce.ts';
import type { Limits } from './limits.ts';
import type { RoomEntry, RoomStore, RoomWatcher } from './room-store.ts';
import { RoomView } from './room-view.ts';

/** A relay says a count again after the time of so many, and is gone when it has not done so for so many times. */
const recount = { everyCounts: 5, misses: 3 };

interface OpenRoom {
  readonly view: RoomView;
  readonly audience: Audience;
}

/** The open rooms of a site as one of its relays knows them, and who follows them here. */
export class Rooms implements RoomWatcher {
  readonly #store: RoomStore;
  readonly #limits: Limits;
  readonly #rooms = new Map<string, OpenRoom>();
  /** The relay's name among others. */
  readonly #relay = randomUUID();
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(store: RoomStore, limits: Limits) {
    this.#store = store;
    this.#limits = limits;
  }

  /** Learns what rooms there are, and keeps knowing. */
  async start(): Promise<void> {
    await this.#store.watch(this);
    const { heartbeatMs, countMs } = this.#limits;
    this.#timers.push(
      setInterval(() => this.#beat(), heartbeatMs).unref(),
      setInterval(() => this.#recount(), countMs * recount.everyCounts).unref()
    );
  }

  /** What is known of a room; undefined where there is no such room. */
  view(code: string): RoomView | undefined {
    return this.#rooms.get(code)?.view;
  }

  /** Whether another room would be too many. */
  isFull(): boolean {
    return this.#rooms.size >= this.#limits.rooms;
  }

  /** Whether a pupil's answer would be one too many, in the room or in all rooms. */
  refusesAnswer(view: RoomView, pupil: string): boolean {
    const answers = this.#sum(({ view }) => view.answerCount);
    return !view.admits(pupil, this.#limits.answerers) || answers >= this.#limits.answers;
  }

  /** Who follows a room here; undefined where there is no such room, or one more stream would be too many. */
  audience(code: string, leads: boolean): Audience | undefined {
    const audience = this.#rooms.get(code)?.audience;
    const streams = this.#sum(({ audience }) => audience.size);
    return audience?.isFull(leads) || streams >= this.#limits.streams ? undefined : audience;
  }

  /** Ends the streams here; the rooms remain for other relays. */
  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { audience } of this.#rooms.values()) audience.close();
    this.#rooms.clear();
  }

  roomChanged(code: string, entry: RoomEntry | null): void {
    if (entry === null) {
      this.#rooms.get(code)?.audience.end();
      this.#rooms.delete(code);
      return;
    }
    const room = this.#rooms.get(code);
    if (room === undefined) {
      this.#add(code, new RoomView(entry));
      return;
    }
    room.view.entry = entry;
    room.audience.showState();
    room.audience.showTally();
  }

  answered(code: string, answer: Answer): void {
    const room = this.#rooms.get(code);
    room?.view.takeAnswer(answer);
    room?.audience.showTally();
  }

  counted(code: string, relay: string, followers: number): void {
    const room = this.#rooms.get(code);
    room?.view.takeFollowers(relay, followers, performance.now());
    room?.audience.showTally();
  }

  #add(code: string, view: RoomView): void {
    const count = coalesced(() => this.#count(code), this.#limits.countMs);
    this.#rooms.set(code, { view, audience: new Audience(view, this.#limits, count) });
  }

  #count(code: string): void {
    const room = this.#rooms.get(code);
    if (room !== undefined) this.#store.count(code, this.#relay, room.audience.followers);
  }

  #recount(): void {
    const since = performance.now() - this.#limits.countMs * recount.everyCounts * recount.misses;
    for (const [code, { view, audience }] of this.#rooms) {
      if (audience.followers > 0) this.#count(code);
      view.forgetRelays(since);
      audience.showTally();
    }
  }

  #beat(): void {
    for (const { audience } of this.#rooms.values()) audience.beat();
  }

  #sum(of: (room: OpenRoom) => number): number {
    return [...this.#rooms.values()].reduce((sum, room) => sum + of(room), 0);
  }
}
