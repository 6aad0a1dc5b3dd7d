/** What a relay takes on, so that no class and no stranger takes all of it. Tests set less. */
export interface Limits {
  /** Rooms that are open at once. */
  readonly rooms: number;
  /** Pupils' devices that answer in a room. */
  readonly answerers: number;
  /** Answers kept of all rooms together. */
  readonly answers: number;
  /** Streams of events: in a room, among them those of its teacher's windows, and of all rooms together. */
  readonly streamsARoom: number;
  readonly leadersARoom: number;
  readonly streams: number;
  /** How much may wait for a follower that does not read, bytes. */
  readonly unreadBytes: number;
  /** What an address may ask: so many at once, and then so many a second. */
  readonly burst: number;
  readonly requestsASecond: number;
  /** How long a room is kept after its teacher's last change, ms. */
  readonly lifetimeMs: number;
  /** How often a silent stream shows that it is alive, ms. */
  readonly heartbeatMs: number;
  /** The least time between two tallies, ms. */
  readonly tallyMs: number;
  /** The least time between two counts of a relay's followers, ms; a relay not heard for some 15 of them is gone. */
  readonly countMs: number;
}

export const usualLimits: Limits = {
  rooms: 200,
  answerers: 2500,
  answers: 100_000,
  streamsARoom: 3000,
  leadersARoom: 20,
  streams: 6000,
  unreadBytes: 256 * 1024,
  burst: 300,
  requestsASecond: 50,
  lifetimeMs: 4 * 60 * 60 * 1000,
  heartbeatMs: 15_000,
  tallyMs: 500,
  countMs: 1000
};
