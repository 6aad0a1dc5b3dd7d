/** How long a revision is waited for, ms. */
const longestWaitMs = 5000;

interface Waiting {
  readonly revision: number;
  readonly resolve: () => void;
}

/** How far a watch of a bucket has come, and who waits for it to come further. */
export class Revisions {
  #reached = 0;
  readonly #waiting = new Set<Waiting>();

  /** Says that the watch has come to a revision. */
  reach(revision: number): void {
    this.#reached = revision;
    for (const waiting of this.#waiting) {
      if (waiting.revision <= revision) waiting.resolve();
    }
  }

  /**
   * Kept once the watch has come to a revision.
   *
   * @throws Error where it does not come so far for a long time
   */
  reached(revision: number): Promise<void> {
    if (revision <= this.#reached) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const forget = () => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
      };
      const waiting = { revision, resolve: () => (forget(), resolve()) };
      const timer = setTimeout(() => {
        forget();
        reject(new Error(`NATS: no word of revision ${revision} in ${longestWaitMs} ms`));
      }, longestWaitMs);
      this.#waiting.add(waiting);
    });
  }
}
