import { createSubscriber } from 'svelte/reactivity';

/** The time of day, for as long as something on the page shows it; it moves on every half second. */
export class Now {
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  });

  /** ms since 1970. */
  get ms(): number {
    this.#subscribe();
    return Date.now();
  }
}
