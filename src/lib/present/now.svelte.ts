import { createSubscriber } from 'svelte/reactivity';

/** The time, updated every half second for as long as something on the page shows it. */
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
