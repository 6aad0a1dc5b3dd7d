import { randomUUID } from 'node:crypto';
import { usualLimits } from '../../src/cli/classroom/limits.ts';
import { NatsStore } from '../../src/cli/classroom/nats/nats-store.ts';
import { memoryStore, type RoomStore } from '../../src/cli/classroom/room-store.ts';
import { freePort } from '../server/servers.ts';
import { findNats, startNats, type RunningNats } from './nats-server.ts';

/** The stores that a test is run with, each with nothing in it. */
export interface Stores {
  readonly name: string;
  /** False where this machine lacks what it needs. */
  readonly isHere: boolean;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Makes a store of rooms that live so long, ms. */
  readonly make: (lifetimeMs?: number) => Promise<RoomStore>;
}

/** The memory of one relay, and a NATS server of the test's own. */
export function bothStores(): readonly Stores[] {
  const nats = findNats();
  let running: RunningNats | undefined;
  return [
    {
      name: 'in its own memory',
      isHere: true,
      start: async () => {},
      stop: async () => {},
      make: async (lifetimeMs = usualLimits.lifetimeMs) => memoryStore(lifetimeMs)
    },
    {
      name: 'in NATS',
      isHere: nats !== undefined,
      start: async () => {
        running = await startNats(nats!, await freePort());
      },
      stop: async () => running?.stop(),
      make: (lifetimeMs = usualLimits.lifetimeMs) =>
        NatsStore.connect(running!.url, lifetimeMs, randomUUID())
    }
  ];
}
