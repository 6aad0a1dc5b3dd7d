/** A drawing that comes in a frame; what it is given is a time as `performance.now` has it. */
type Drawing = (time: number) => void;

/**
 * Frames for a loop that asks for one after another for as long as it lives: it has one only when it is told to draw,
 * at once, so that its picture comes in the same frame of the browser as that of who tells it.
 */
export class FramesOnCall {
  #drawing: Drawing | null = null;

  requestAnimationFrame = (drawing: Drawing): number => {
    this.#drawing = drawing;
    return 0;
  };

  cancelAnimationFrame = (): void => {
    this.#drawing = null;
  };

  /** Gives the loop the frame that it has asked for; nothing where it has not. */
  draw(): void {
    const drawing = this.#drawing;
    this.#drawing = null;
    drawing?.(performance.now());
  }
}
