import { acceptedMessage, posted, type FrameMessage, type HostMessage } from '../embed/protocol.ts';

/** An embed's connection to its host page. It sends nothing until that page has greeted. */
export class HostLink {
  readonly #parent: Window;
  readonly #closed = new AbortController();
  #greeted: string | null = null;

  /** @param onMessage called with each message that the embed accepts */
  constructor(frame: Window, onMessage: (message: HostMessage) => void) {
    this.#parent = frame.parent;
    // A page outside any frame is its own parent, and has no host.
    if (frame.parent === frame) return;
    frame.addEventListener(
      'message',
      (event) => {
        const message = acceptedMessage(event, this.#parent, this.#greeted);
        if (message === null) return;
        this.#greeted ??= event.origin;
        onMessage(message);
      },
      { signal: this.#closed.signal }
    );
  }

  /** Sends a message to the host page; it is dropped where that page has not greeted. */
  send(message: FrameMessage): void {
    if (this.#greeted === null) return;
    // A page of an opaque origin cannot be addressed by it; `*` is safe, since the window is the one that greeted.
    this.#parent.postMessage(posted(message), this.#greeted === 'null' ? '*' : this.#greeted);
  }

  close(): void {
    this.#closed.abort();
  }
}
