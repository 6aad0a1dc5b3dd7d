/** How long a frame may take a GPU that keeps up, ms: a frame of the screen, and half of the next. */
const lateMs = 25;
/** A GPU that has not signalled a frame's end after so long is taken to signal none; ms. */
const silentMs = 10_000;

/** The frames that have been handed to the GPU and are not drawn yet. */
export class GpuQueue {
  readonly #gl: WebGL2RenderingContext;
  readonly #now: () => number;
  #frames: { readonly done: WebGLSync; readonly at: number }[] = [];
  #signals = true;
  /** A frame has been seen to take longer than a GPU that keeps up, and none since that did not. */
  #slow = false;

  constructor(gl: WebGL2RenderingContext, now = () => performance.now()) {
    this.#gl = gl;
    this.#now = now;
  }

  /** A frame has been handed over. */
  add(): void {
    this.#look();
    if (!this.#signals) return;
    const done = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (done !== null) this.#frames.push({ done, at: this.#now() });
    this.#gl.flush();
  }

  /**
   * Whether another frame would wait: for one that the GPU was given a while ago, or for any, where it is known to be
   * slow.
   */
  get isLate(): boolean {
    this.#look();
    return this.#slow && this.#frames.length > 0;
  }

  /** The context is lost, and its frames with it. */
  clear(): void {
    this.#frames = [];
  }

  get #oldestMs(): number {
    const [first] = this.#frames;
    return first === undefined ? 0 : this.#now() - first.at;
  }

  #isDrawn({ done }: { readonly done: WebGLSync }): boolean {
    return this.#gl.getSyncParameter(done, this.#gl.SYNC_STATUS) !== this.#gl.UNSIGNALED;
  }

  /** Drops the frames that are drawn. */
  #look(): void {
    while (this.#frames[0] && this.#isDrawn(this.#frames[0])) {
      if (this.#oldestMs <= lateMs) this.#slow = false;
      this.#gl.deleteSync(this.#frames.shift()!.done);
    }
    if (this.#oldestMs > lateMs) this.#slow = true;
    if (this.#oldestMs <= silentMs) return;
    this.#signals = false;
    this.clear();
  }
}
