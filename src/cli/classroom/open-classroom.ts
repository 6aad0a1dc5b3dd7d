import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteOrigin } from '../../lib/server/site-origin.ts';
import { classSecret } from './class-secret.ts';
import { classEndpoint } from './endpoint.ts';
import { usualLimits, type Limits } from './limits.ts';
import { memoryStore, type RoomStore } from './room-store.ts';
import { Rooms } from './rooms.ts';
import { siteAddresses } from './site-addresses.ts';

/** A server's part in "the class follows". */
export interface OpenClassroom {
  /** Answers a request that is about a class; false for one that is the site's. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** The site's addresses for other devices, the likeliest first. */
  readonly addresses: () => readonly string[];
  /** Ends all streams, so that the server can stop. */
  readonly close: () => Promise<void>;
}

/** How many requests may come at once, in seconds of the rate. */
const burstSeconds = usualLimits.burst / usualLimits.requestsASecond;

/**
 * Opens the class rooms of a server as its environment says: `FULCRUM_CLASS_SECRET`, `FULCRUM_CLASS_RATE`,
 * `FULCRUM_NATS` and `FULCRUM_ORIGIN`.
 *
 * @param port the port that the server has, once it has one
 * @throws Error for a variable that is wrong, and where the NATS server does not do what it is to
 */
export async function openClassroom(
  port: () => number,
  env: NodeJS.ProcessEnv = process.env
): Promise<OpenClassroom> {
  const origin = siteOrigin(env.FULCRUM_ORIGIN, env.FULCRUM_BASE);
  const limits = limitsOf(env.FULCRUM_CLASS_RATE);
  const secret = classSecret(env.FULCRUM_CLASS_SECRET);
  const addresses = () => siteAddresses(origin, port());
  try {
    const store = await storeOf(env.FULCRUM_NATS, limits.lifetimeMs);
    return await startClassroom({ store, secret, limits, addresses });
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`FULCRUM_NATS: cannot use ${env.FULCRUM_NATS}: ${message}`, { cause: error });
  }
}

/** Starts the class rooms of a store. */
export async function startClassroom({
  store,
  secret,
  limits,
  addresses
}: {
  readonly store: RoomStore;
  readonly secret: string;
  readonly limits: Limits;
  readonly addresses: () => readonly string[];
}): Promise<OpenClassroom> {
  const rooms = new Rooms(store, limits);
  await rooms.start();
  return {
    answer: classEndpoint({ rooms, store, secret, addresses }, limits),
    addresses,
    async close() {
      rooms.close();
      await store.close();
    }
  };
}

function limitsOf(rate: string | undefined): Limits {
  if (rate === undefined || rate === '') return usualLimits;
  const requestsASecond = Number(rate);
  if (requestsASecond > 0 && Number.isFinite(requestsASecond)) {
    return { ...usualLimits, requestsASecond, burst: requestsASecond * burstSeconds };
  }
  throw new Error(`FULCRUM_CLASS_RATE must be a number of requests a second, got "${rate}"`);
}

/** The relays' own memory, or that of a NATS server, whose client is loaded only then. */
async function storeOf(nats: string | undefined, lifetimeMs: number): Promise<RoomStore> {
  if (nats === undefined || nats === '') return memoryStore(lifetimeMs);
  const { NatsStore } = await import('./nats/nats-store.ts');
  return NatsStore.connect(nats, lifetimeMs);
}
