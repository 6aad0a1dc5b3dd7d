import type { BaseMap } from './base-map.ts';
import type { ReliefPicture } from './geo-files.ts';
import { fetchRelief, type Relief } from './relief.ts';
import type { TilesOf } from './style.ts';

/**
 * What the first picture of the map does without: the fine level, rivers and lakes, and the relief. While the map's
 * context is lost, what has arrived waits for it to come back.
 */
export class LaterGeography {
  readonly #base: BaseMap;
  readonly #pictures: readonly ReliefPicture[];
  readonly #tilesOf: TilesOf;
  readonly #abort = new AbortController();
  /** Kept, for a style that is loaded anew has its source without a picture, and is never done without one. */
  #relief: Relief | null = null;
  /** What has arrived while the context is lost; null while it is not. */
  #queue: (() => void)[] | null = null;

  constructor(base: BaseMap, pictures: readonly ReliefPicture[], tilesOf: TilesOf) {
    this.#base = base;
    this.#pictures = pictures;
    this.#tilesOf = tilesOf;
  }

  /** Adds all of it; resolves once the relief has come or has failed. */
  async load(): Promise<void> {
    if (this.#abort.signal.aborted) return;
    this.#whenDrawable(() => this.#base.addLaterParts(this.#tilesOf));
    await this.loadRelief();
  }

  /** Adds the relief, or sets it again after a lost context; without its files the map stays as it is. */
  async loadRelief(): Promise<void> {
    const { signal } = this.#abort;
    try {
      const relief = (this.#relief ??= await fetchRelief(this.#pictures, signal));
      if (!signal.aborted) this.#whenDrawable(() => this.#base.setRelief(relief));
    } catch (error) {
      if (!signal.aborted) console.warn(error);
    }
  }

  /** The map's context is lost. */
  pause(): void {
    this.#queue ??= [];
  }

  /** The map's context is back, and its style loaded. */
  resume(): void {
    const queue = this.#queue ?? [];
    this.#queue = null;
    for (const draw of queue) draw();
  }

  cancel(): void {
    this.#abort.abort();
  }

  #whenDrawable(draw: () => void): void {
    if (this.#queue) this.#queue.push(draw);
    else draw();
  }
}
