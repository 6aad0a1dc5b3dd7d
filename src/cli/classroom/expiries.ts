/** Which rooms are forgotten when: each its lifetime after it was renewed last. */
export class Expiries {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #lifetimeMs: number;
  readonly #onExpiry: (code: string) => void;

  constructor(lifetimeMs: number, onExpiry: (code: string) => void) {
    this.#lifetimeMs = lifetimeMs;
    this.#onExpiry = onExpiry;
  }

  /** @param ageMs for how long the room has not been changed, ms */
  renew(code: string, ageMs = 0): void {
    clearTimeout(this.#timers.get(code));
    const expire = () => {
      this.#timers.delete(code);
      this.#onExpiry(code);
    };
    // The clock that told the age may go wrong, but no room is kept for longer than its lifetime.
    const leftMs = Math.min(this.#lifetimeMs, Math.max(0, this.#lifetimeMs - ageMs));
    this.#timers.set(code, setTimeout(expire, leftMs).unref());
  }

  forget(code: string): void {
    clearTimeout(this.#timers.get(code));
    this.#timers.delete(code);
  }

  clear(): void {
    for (const code of [...this.#timers.keys()]) this.forget(code);
  }
}
