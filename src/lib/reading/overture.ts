import { durations } from '../ease.ts';
import type { Reader } from '../reader/reader.svelte.ts';
import { glide } from '../scroll/glide.ts';

/** So little of the overture that nothing of it is to be seen; but the map gets ready for its lines. */
const readying = 1e-6;

/** The opening's lines, drawn one after another, by date, once the map can draw them. */
export class Overture {
  readonly #reader: Pick<Reader, 'overture'>;
  #stop: (() => void) | null = null;

  constructor(reader: Pick<Reader, 'overture'>) {
    this.#reader = reader;
  }

  /** Leaves the lines out until the map is there. */
  wait(): void {
    this.#reader.overture = 0;
  }

  /** To be called whenever the map has come to rest: first it has the lines' code loaded, then they are drawn. */
  goOn(): void {
    const reader = this.#reader;
    if (reader.overture === 0) reader.overture = readying;
    else if (reader.overture === readying && this.#stop === null) {
      this.#stop = glide(0, 1, durations.overture, (share) => {
        reader.overture = Math.max(readying, share);
      });
    }
  }

  /** Leaves all lines drawn. */
  end(): void {
    this.#stop?.();
    this.#reader.overture = 1;
  }
}
