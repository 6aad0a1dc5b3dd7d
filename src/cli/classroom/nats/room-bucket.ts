import {
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  StorageType
} from '@nats-io/jetstream';
import { Kvm, type KV, type KvEntry } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import * as v from 'valibot';
import { roomSchema, roomStateSchema } from '../../../lib/classroom/protocol.ts';
import type { RoomEntry } from '../room-store.ts';

/** A room as a bucket has it. */
export interface HeldRoom {
  /** Null for a room that is ended, or that never was. */
  readonly entry: RoomEntry | null;
  /** Where in the bucket it is, which whoever changes it must name; 0 for nowhere. */
  readonly revision: number;
}

const entrySchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.nullable(v.object({ room: roomSchema, state: v.nullable(roomStateSchema) }))
);

/** What a bucket holds at most: a full one refuses what is new, and the server has memory left. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Opens a bucket in the memory of a NATS server: nothing of a class is written to a disk.
 *
 * @param lifetimeMs how long what is put there is kept, ms
 */
export function openBucket(
  connection: NatsConnection,
  name: string,
  lifetimeMs: number
): Promise<KV> {
  const options = {
    storage: StorageType.Memory,
    history: 1,
    ttl: lifetimeMs,
    max_bytes: mostBytes
  };
  return new Kvm(connection).create(name, options);
}

/** The subject of a bucket's keys (NATS ADR-8). */
export function subjectOf(bucket: string, key: string): string {
  return `$KV.${bucket}.${key}`;
}

/** A room as it is read; what relays of another version have put there counts as none. */
export function heldRoom(read: KvEntry | null): HeldRoom {
  if (read === null) return { entry: null, revision: 0 };
  const { success, output } = v.safeParse(entrySchema, read.string());
  return { entry: success ? output : null, revision: read.revision };
}

/**
 * Puts a room in the place of what the bucket has at a revision, and returns the new one. Returns null where the bucket
 * has another: some relay was faster.
 */
export async function putRoom(
  bucket: KV,
  code: string,
  entry: RoomEntry | null,
  revision: number
): Promise<number | null> {
  try {
    return await bucket.put(`${code}.room`, JSON.stringify(entry), { previousSeq: revision });
  } catch (error) {
    const isOther =
      error instanceof JetStreamApiError &&
      error.code === JetStreamApiCodes.StreamWrongLastSequence;
    if (isOther) return null;
    throw error;
  }
}

/** Forgets the answers and followers of a room. */
export async function purgeRoom(
  connection: NatsConnection,
  bucket: string,
  code: string
): Promise<void> {
  const { streams } = await jetstreamManager(connection, { checkAPI: false });
  await streams.purge(`KV_${bucket}`, { filter: subjectOf(bucket, `${code}.*.>`) });
}
