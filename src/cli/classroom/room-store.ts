import type { Answer, Room, RoomState } from '../../lib/classroom/protocol.ts';
import { Expiries } from './expiries.ts';

/** What the teacher has said of a room. */
export interface RoomEntry {
  readonly room: Room;
  /** Where the class is; null until the teacher has said it. */
  readonly state: RoomState | null;
}

/** Who is told what a store holds: of a room always before its answers and followers. */
export interface RoomWatcher {
  /** A room has been opened or changed; null once it is ended. */
  roomChanged(code: string, entry: RoomEntry | null): void;
  answered(code: string, answer: Answer): void;
  /** A relay has so many followers in a room. */
  counted(code: string, relay: string, followers: number): void;
}

/** What the relays of a site share. A room that is not changed for its lifetime ends by itself. */
export interface RoomStore {
  /** Tells a watcher all that is held, then each change. It has been told all when the promise is kept. */
  watch(watcher: RoomWatcher): Promise<void>;
  /**
   * Puts what `next` makes of a room in its place, and returns what stands then; the watcher has been told of it. `next`
   * is given null where there is no such room, changes nothing by returning what it was given, ends the room with its
   * answers by returning null, and is called again where another relay was faster.
   */
  change(
    code: string,
    next: (current: RoomEntry | null) => RoomEntry | null
  ): Promise<RoomEntry | null>;
  /** Keeps an answer in place of the pupil's former one to this step; the watcher has been told of it. */
  answer(code: string, answer: Answer): Promise<void>;
  /** Says how many followers a relay has. It is said again and again, so one that is lost does no harm. */
  count(code: string, relay: string, followers: number): void;
  close(): Promise<void>;
}

/**
 * A store for one relay. It holds the rooms alone: the watcher keeps what it is told.
 *
 * @param lifetimeMs how long a room is kept after its last change, ms
 */
export function memoryStore(lifetimeMs: number): RoomStore {
  const rooms = new Map<string, RoomEntry>();
  const expiries = new Expiries(lifetimeMs, (code) => put(code, null));
  let watcher: RoomWatcher | null = null;

  function put(code: string, entry: RoomEntry | null): void {
    if (entry === null) {
      rooms.delete(code);
      expiries.forget(code);
    } else {
      rooms.set(code, entry);
      expiries.renew(code);
    }
    watcher?.roomChanged(code, entry);
  }

  return {
    async watch(given) {
      watcher = given;
    },
    async change(code, next) {
      const current = rooms.get(code) ?? null;
      const changed = next(current);
      if (changed !== current) put(code, changed);
      return changed;
    },
    async answer(code, answer) {
      watcher?.answered(code, answer);
    },
    count(code, relay, followers) {
      watcher?.counted(code, relay, followers);
    },
    async close() {
      expiries.clear();
    }
  };
}
