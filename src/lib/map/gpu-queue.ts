/** How long a frame may take a GPU that keeps up, ms: a frame of the screen, and half of the next. */
const lateMs = 25;
/** After so long a GPU is taken to tell nothing of its frames; ms. */
const silentMs = 10_000;

/** The frames that have been handed to the GPU and are not drawn yet. */
export class GpuQueue {
  readonly #gl: WebGL2RenderingContext;
  readonly #now: () => number;
  #frames: { readonly done: WebGLSync; readonly at: number }[] = [];
  #tells = true;

  constructor(gl: WebGL2RenderingContext, now = () => performance.now()) {
    this.#gl = gl;
    this.#now = now;
  }

  /** A frame has been handed over. */
  add(): void {
    this.#look();
    if (!this.#tells) return;
    const done = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (done !== null) this.#frames.push({ done, at: this.#now() });
    this.#gl.flush();
  }

  /** Whether the GPU has not come to the end of a frame that it was given a while ago: another one would wait. */
  get isLate(): boolean {
    this.#look();
    return this.#oldestMs > lateMs;
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
      this.#gl.deleteSync(this.#frames.shift()!.done);
    }
    if (this.#oldestMs <= silentMs) return;
    this.#tells = false;
    this.clear();
  }
}
