interface Bucket {
  readonly tokens: number;
  /** When it held so many, ms. */
  readonly at: number;
}

/** More addresses than this are not told apart: those not heard for longest start anew. */
const mostAddresses = 10_000;

/**
 * A token bucket for each address: `burst` requests at once, and `perSecond` more each second. An address is forgotten
 * as soon as its bucket is full again.
 */
export class RateLimit {
  /** By the time of the last use, the oldest first. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #now: () => number;

  /** @param now the time, ms */
  constructor(perSecond: number, burst: number, now = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#now = now;
  }

  /** Whether an address has nothing left. */
  isSpent(address: string): boolean {
    return this.#tokens(this.#buckets.get(address)) < 1;
  }

  /** Takes one of what an address has left; false where that is nothing. */
  take(address: string): boolean {
    const tokens = this.#tokens(this.#buckets.get(address));
    this.#buckets.delete(address);
    this.#buckets.set(address, { tokens: tokens < 1 ? tokens : tokens - 1, at: this.#now() });
    this.#forget();
    return tokens >= 1;
  }

  #tokens(bucket: Bucket | undefined): number {
    if (bucket === undefined) return this.#burst;
    const since = (this.#now() - bucket.at) / 1000;
    return Math.min(this.#burst, bucket.tokens + since * this.#perSecond);
  }

  #forget(): void {
    for (const [address, bucket] of this.#buckets) {
      const isFull = this.#tokens(bucket) === this.#burst;
      if (!isFull && this.#buckets.size <= mostAddresses) return;
      this.#buckets.delete(address);
    }
  }
}
