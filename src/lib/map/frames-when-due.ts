/** A drawing that comes in a frame; what it is given is the browser's own. */
type Drawing = (time: number) => void;

/** How often a loop at rest looks whether there is something to draw after all, ms. */
const restMs = 500;

/**
 * Frames for a loop that asks for one after another for as long as it lives: every one of the browser's while there
 * may be something to draw, and at rest only one now and then.
 */
export class FramesWhenDue {
  readonly #atRest: () => boolean;
  #resting: { readonly drawing: Drawing; readonly timer: ReturnType<typeof setTimeout> } | null =
    null;
  #frame = 0;
  /** One more frame is due. */
  #due = true;

  /** @param atRest whether all that was asked for is drawn */
  constructor(atRest: () => boolean) {
    this.#atRest = atRest;
  }

  /** Gives the loop its next frame at once. */
  wake(): void {
    this.#due = true;
    const resting = this.#rouse();
    if (resting) this.#ask(resting.drawing);
  }

  requestAnimationFrame = (drawing: Drawing): number => {
    if (this.#due || !this.#atRest()) this.#ask(drawing);
    else this.#resting = { drawing, timer: setTimeout(() => this.wake(), restMs) };
    return 0;
  };

  cancelAnimationFrame = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#rouse();
  };

  #rouse(): { readonly drawing: Drawing } | null {
    const resting = this.#resting;
    if (resting) clearTimeout(resting.timer);
    this.#resting = null;
    return resting;
  }

  #ask(drawing: Drawing): void {
    this.#due = false;
    this.#frame = requestAnimationFrame(drawing);
  }
}
