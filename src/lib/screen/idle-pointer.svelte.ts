/** How long the pointer rests before it counts as idle, ms. */
const idleAfterMs = 2500;

/** Knows whether the pointer has rested for a while, so that controls may fade. */
export class IdlePointer {
  #isIdle = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isIdle(): boolean {
    return this.#isIdle;
  }

  /** The pointer has moved or pressed. */
  wake(): void {
    this.#isIdle = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#isIdle = true), idleAfterMs);
  }
}
