import { setTimeout as wait } from 'node:timers/promises';
import type { KV, KvWatchEntry } from '@nats-io/kv';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { Answer } from '../../../lib/classroom/protocol.ts';
import { Expiries } from '../expiries.ts';
import { Revisions } from './revisions.ts';
import {
  heldRoom,
  openBucket,
  purgeRoom,
  putRoom,
  subjectOf,
  type HeldRoom
} from './room-bucket.ts';
import type { RoomEntry, RoomStore, RoomWatcher } from '../room-store.ts';

/** How long after a failure the server is tried again, ms. */
const againAfterMs = 1000;

/**
 * A store that all relays of a site share: a bucket of a NATS server with JetStream. Its keys are `CODE.room`,
 * `CODE.answer.STEP.PUPIL` and `CODE.followers.RELAY`.
 */
export class NatsStore implements RoomStore {
  readonly #connection: NatsConnection;
  readonly #name: string;
  readonly #lifetimeMs: number;
  readonly #expiries: Expiries;
  #watcher: RoomWatcher | null = null;
  #bucket: KV | null = null;
  #revisions = new Revisions();
  #rooms = new Map<string, HeldRoom>();
  #stopReading = () => {};

  private constructor(connection: NatsConnection, lifetimeMs: number, name: string) {
    this.#connection = connection;
    this.#name = name;
    this.#lifetimeMs = lifetimeMs;
    // The bucket forgets a room at the same time, and does not say so.
    this.#expiries = new Expiries(lifetimeMs, (code) => {
      this.#rooms.delete(code);
      this.#watcher?.roomChanged(code, null);
    });
  }

  /**
   * @param servers one or several addresses with commas between, such as `nats://127.0.0.1:4222`
   * @param lifetimeMs how long a room is kept after its last change, and an answer after it was given, ms
   * @param name the bucket's
   * @throws Error where no server answers
   */
  static async connect(
    servers: string,
    lifetimeMs: number,
    name = 'fulcrum-class'
  ): Promise<NatsStore> {
    const connection = await connect({
      servers: servers.split(','),
      maxReconnectAttempts: -1,
      reconnectTimeWait: againAfterMs
    });
    return new NatsStore(connection, lifetimeMs, name);
  }

  async watch(watcher: RoomWatcher): Promise<void> {
    this.#watcher = watcher;
    void this.#openAfterEnd(await this.#open());
    void this.#endAfterLosses();
  }

  async change(
    code: string,
    next: (current: RoomEntry | null) => RoomEntry | null
  ): Promise<RoomEntry | null> {
    const bucket = this.#openedBucket();
    let held = this.#rooms.get(code) ?? heldRoom(null);
    for (;;) {
      const changed = next(held.entry);
      if (changed === held.entry) return changed;
      const revision = await putRoom(bucket, code, changed, held.revision);
      if (revision !== null) {
        await this.#revisions.reached(revision);
        if (changed === null) await purgeRoom(this.#connection, this.#name, code);
        return changed;
      }
      held = heldRoom(await bucket.get(`${code}.room`));
    }
  }

  async answer(code: string, { step, pupil, value }: Answer): Promise<void> {
    const key = `${code}.answer.${step}.${pupil}`;
    await this.#revisions.reached(await this.#openedBucket().put(key, value));
  }

  count(code: string, relay: string, followers: number): void {
    const subject = subjectOf(this.#name, `${code}.followers.${relay}`);
    this.#connection.publish(subject, String(followers));
  }

  async close(): Promise<void> {
    this.#expiries.clear();
    await this.#connection.close();
  }

  #openedBucket(): KV {
    if (this.#bucket === null) throw new Error('NATS: watch the store before you change it');
    return this.#bucket;
  }

  /** Reads all that the bucket holds, and goes on reading. Returns a promise that is kept at the end of that. */
  async #open(): Promise<{ readonly ended: Promise<void> }> {
    this.#stopReading();
    const bucket = await openBucket(this.#connection, this.#name, this.#lifetimeMs);
    const entries = await bucket.watch();
    this.#stopReading = () => entries.stop();
    const revisions = new Revisions();
    // A room may lie behind its answers, since it was changed later.
    let early: KvWatchEntry[] | null = [];
    const read = async () => {
      for await (const entry of entries) {
        if (early === null) this.#take(entry);
        else early.push(entry);
        revisions.reach(entry.revision);
      }
    };
    const ended = read().catch((error: Error) => console.error(`NATS: ${error.message}`));
    // All that the bucket held comes before what is put into it now.
    await revisions.reached(await bucket.put('opened', ''));
    const known = this.#rooms;
    this.#rooms = new Map();
    this.#bucket = bucket;
    this.#revisions = revisions;
    const isRoom = ({ key }: KvWatchEntry) => key.endsWith('.room');
    const [rooms, parts] = [early.filter(isRoom), early.filter((entry) => !isRoom(entry))];
    early = null;
    for (const entry of [...rooms, ...parts]) this.#take(entry);
    // A NATS server that was started again knows nothing any more, but its relays do. A room that was ended meanwhile is
    // not opened again: the bucket has its end.
    for (const [code, { entry }] of known) {
      if (!this.#rooms.has(code)) await putRoom(bucket, code, entry, 0);
    }
    return { ended };
  }

  #take(entry: KvWatchEntry): void {
    const [code = '', kind, name = '', pupil = ''] = entry.key.split('.');
    if (kind === 'room') {
      this.#takeRoom(code, heldRoom(entry), Date.now() - entry.created.getTime());
    } else if (kind === 'answer') {
      this.#watcher?.answered(code, { step: name, pupil, value: entry.string() });
    } else if (kind === 'followers') {
      this.#watcher?.counted(code, name, Number(entry.string()));
    }
  }

  #takeRoom(code: string, held: HeldRoom, ageMs: number): void {
    if (held.entry === null) {
      this.#rooms.delete(code);
      this.#expiries.forget(code);
    } else {
      this.#rooms.set(code, held);
      this.#expiries.renew(code, ageMs);
    }
    this.#watcher?.roomChanged(code, held.entry);
  }

  async #endAfterLosses(): Promise<void> {
    for await (const { type } of this.#connection.status()) {
      if (type === 'reconnect') this.#stopReading();
    }
  }

  async #openAfterEnd(opened: { readonly ended: Promise<void> } | null): Promise<void> {
    while (!this.#connection.isClosed()) {
      if (opened !== null) await opened.ended;
      if (this.#connection.isClosed()) return;
      opened = await this.#open().catch(async (error: Error) => {
        console.error(`NATS: ${error.message}`);
        await wait(againAfterMs, undefined, { ref: false });
        return null;
      });
    }
  }
}
