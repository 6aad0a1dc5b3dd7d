/** How long a frame may take a GPU that keeps up, ms: a frame of the screen, and half of the next. */
const lateMs = 25;

/** The frames that have been handed to the GPU and are not drawn yet. */
export class GpuQueue {
  readonly #gl: WebGL2RenderingContext;
  readonly #now: () => number;
  #frames: { readonly done: WebGLSync; readonly at: number }[] = [];

  constructor(gl: WebGL2RenderingContext, now = () => performance.now()) {
    this.#gl = gl;
    this.#now = now;
  }

  /** A frame has been handed over. */
  add(): void {
    const done = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (done !== null) this.#frames.push({ done, at: this.#now() });
  }

  /** Whether the GPU has not come to the end of a frame that it was given a while ago: another one would wait. */
  get isLate(): boolean {
    const gl = this.#gl;
    // Of a lost context nothing is told, and it draws nothing more.
    const next = this.#frames.findIndex(
      ({ done }) => gl.getSyncParameter(done, gl.SYNC_STATUS) === gl.UNSIGNALED
    );
    for (const { done } of this.#frames.splice(0, next < 0 ? Infinity : next)) gl.deleteSync(done);
    const [first] = this.#frames;
    return first !== undefined && this.#now() - first.at > lateMs;
  }
}
