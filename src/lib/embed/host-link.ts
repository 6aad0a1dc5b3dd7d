import { parseHostMessage, posted, type FrameMessage, type HostMessage } from './protocol.ts';

/** What of a `message` event it is judged by. */
export interface Heard {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/**
 * The message that a frame heeds, or null: it comes from the page around the frame, which has greeted before
 * anything else, and from the origin of its greeting.
 *
 * @param parent the window of the page around the frame
 * @param greeted the origin of the greeting; null before it
 */
export function heed(
  { data, origin, source }: Heard,
  parent: unknown,
  greeted: string | null
): HostMessage | null {
  if (source !== parent) return null;
  const message = parseHostMessage(data);
  if (greeted === null) return message?.type === 'hello' ? message : null;
  return origin === greeted ? message : null;
}

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
