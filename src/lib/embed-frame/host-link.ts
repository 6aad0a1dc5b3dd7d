import { heed, posted, type FrameMessage, type HostMessage } from '../embed/protocol.ts';

/** The line from an embed to the page around it: silent until that page has greeted. */
export class HostLink {
  readonly #parent: Window;
  readonly #stop = new AbortController();
  #greeted: string | null = null;

  /** @param onMessage each message that is heeded */
  constructor(frame: Window, onMessage: (message: HostMessage) => void) {
    this.#parent = frame.parent;
    // A page in no frame is its own parent, and has no host.
    if (frame.parent === frame) return;
    frame.addEventListener(
      'message',
      (event) => {
        const message = heed(event, this.#parent, this.#greeted);
        if (message === null) return;
        this.#greeted ??= event.origin;
        onMessage(message);
      },
      { signal: this.#stop.signal }
    );
  }

  /** Tells the page around the frame, once it has greeted. */
  send(message: FrameMessage): void {
    if (this.#greeted === null) return;
    // A page of an opaque origin can only be told without naming it; it is the window that has greeted.
    this.#parent.postMessage(posted(message), this.#greeted === 'null' ? '*' : this.#greeted);
  }

  close(): void {
    this.#stop.abort();
  }
}
