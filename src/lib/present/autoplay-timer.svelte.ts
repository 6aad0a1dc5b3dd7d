import type { Autoplay } from './autoplay.ts';

/** Asks for the next stop again and again while it plays. */
export class AutoplayTimer {
  #current = $state.raw<Autoplay | null>(null);
  #playing = $state(false);
  readonly #onTurn: (autoplay: Autoplay) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onTurn called when a stop's time is up; without a `restart` it is called once */
  constructor(onTurn: (autoplay: Autoplay) => void) {
    this.#onTurn = onTurn;
  }

  /** The last autoplay that was begun; null before any. */
  get current(): Autoplay | null {
    return this.#current;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Goes on by itself, from the stop that is shown now. */
  play(autoplay: Autoplay): void {
    this.#current = autoplay;
    this.#playing = true;
    this.restart();
  }

  pause(): void {
    this.#playing = false;
    clearTimeout(this.#timer);
  }

  /** Gives the stop that is shown now its whole time, where it plays. */
  restart(): void {
    if (!this.#playing) return;
    const autoplay = this.#current!;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onTurn(autoplay), autoplay.seconds * 1000);
  }
}
