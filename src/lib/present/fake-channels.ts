import type { LinkChannel } from './present-link.ts';

type Listener = (event: { readonly data: unknown }) => void;

interface End {
  readonly name: string;
  readonly listeners: Listener[];
}

/**
 * A browser's channels without the browser, for tests: what one window posts, every other window on the channel of
 * that name hears, as a copy.
 */
export class FakeChannels {
  readonly #ends = new Set<End>();
  readonly #deliver: (hear: () => void) => void;

  /** @param deliver when a message is heard; by default before `postMessage` returns, which no browser does */
  constructor(deliver: (hear: () => void) => void = (hear) => hear()) {
    this.#deliver = deliver;
  }

  open(name = ''): LinkChannel {
    const end: End = { name, listeners: [] };
    this.#ends.add(end);
    return {
      addEventListener: (_, listener) => end.listeners.push(listener),
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        for (const other of [...this.#ends]) {
          if (other === end || other.name !== name) continue;
          this.#deliver(() => {
            if (!this.#ends.has(other)) return;
            for (const hear of other.listeners) hear({ data });
          });
        }
      },
      close: () => void this.#ends.delete(end)
    };
  }
}
