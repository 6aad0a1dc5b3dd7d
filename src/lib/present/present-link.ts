import type { Message, PresentWindow } from './messages.ts';
import { readMessage } from './messages.ts';
import type { PresentState, Stamped } from './present-state.ts';
import { isNewer } from './stamp.ts';

/** What a link needs of a `BroadcastChannel`. */
export interface LinkChannel {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Calls back every so many ms until what it returns is called. */
type Every = (ms: number, callback: () => void) => () => void;

const byTimer: Every = (ms, callback) => {
  const timer = setInterval(callback, ms);
  return () => clearInterval(timer);
};

export interface LinkOptions {
  readonly channel: LinkChannel;
  readonly self: PresentWindow;
  readonly stamped: Stamped;
  /** Another window has changed the state. */
  onState(state: PresentState): void;
  /** Other windows have come, gone or changed. */
  onWindows(windows: readonly PresentWindow[]): void;
  /** The beat's timer; a test gives its own. */
  readonly every?: Every;
}

/** How often a window asks the others whether they are there, ms. */
const beatMs = 1000;
/**
 * How many times a silent window is asked before it counts as gone. They are counted, not timed: a window that was
 * itself held up hears the answers only after its next beat.
 */
const patience = 5;

/**
 * Keeps the windows of one presentation in the same state, without a server. Each has the whole state with a stamp, the
 * newest wins, and a window that is opened later gets it from the others. A window that is asked answers at once, even
 * where the browser slows down the timers of hidden windows.
 */
export class PresentLink {
  readonly #options: LinkOptions;
  readonly #others = new Map<string, { readonly window: PresentWindow; readonly asked: number }>();
  #self: PresentWindow;
  #stamped: Stamped;
  readonly #stopBeat: () => void;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#self = options.self;
    this.#stamped = options.stamped;
    options.channel.addEventListener('message', ({ data }) => {
      const message = readMessage(data);
      if (message !== null && !this.#closed) this.#take(message);
    });
    this.#stopBeat = (options.every ?? byTimer)(beatMs, () => {
      this.#forgetSilent();
      this.#askOthers();
    });
    this.#sayHere(true);
  }

  get stamped(): Stamped {
    return this.#stamped;
  }

  /** Sends the others a change that was made in this window. */
  change(state: PresentState): void {
    const { id } = this.#self;
    this.#stamped = { stamp: { rev: this.#stamped.stamp.rev + 1, writer: id }, state };
    this.#sayState();
  }

  /** Changes the presentation that this window belongs to, or its frame. */
  become(changes: Partial<Pick<PresentWindow, 'session' | 'frame'>>): void {
    const joins = changes.session !== undefined && changes.session !== this.#self.session;
    this.#self = { ...this.#self, ...changes };
    this.#sayHere(true);
    if (joins) this.#sayState();
  }

  close(): void {
    if (this.#closed) return;
    this.#stopBeat();
    this.#send({ kind: 'bye', id: this.#self.id });
    this.#closed = true;
    this.#options.channel.close();
  }

  #take(message: Message): void {
    if (message.kind === 'state') this.#takeState(message.session, message.stamped);
    else if (message.kind === 'bye') {
      if (this.#others.delete(message.id)) this.#tellWindows();
    } else if (message.window.id !== this.#self.id) {
      const { window } = message;
      const before = this.#others.get(window.id)?.window;
      this.#others.set(window.id, { window, asked: 0 });
      if (message.asks) this.#sayHere(false);
      // It may be new, or have missed changes while it was cut off.
      if (before?.session !== window.session && this.#isOurs(window.session)) this.#sayState();
      if (JSON.stringify(before) !== JSON.stringify(window)) this.#tellWindows();
    }
  }

  #takeState(session: string, stamped: Stamped): void {
    if (!this.#isOurs(session) || !isNewer(stamped.stamp, this.#stamped.stamp)) return;
    this.#stamped = stamped;
    this.#options.onState(stamped.state);
  }

  #isOurs(session: string | null): boolean {
    return session !== null && session === this.#self.session;
  }

  #forgetSilent(): void {
    const silent = [...this.#others].filter(([, { asked }]) => asked >= patience);
    for (const [id] of silent) this.#others.delete(id);
    if (silent.length > 0) this.#tellWindows();
  }

  #askOthers(): void {
    for (const [id, { window, asked }] of this.#others) {
      this.#others.set(id, { window, asked: asked + 1 });
    }
    this.#sayHere(true);
  }

  #tellWindows(): void {
    this.#options.onWindows([...this.#others.values()].map(({ window }) => window));
  }

  #sayHere(asks: boolean): void {
    this.#send({ kind: 'here', window: this.#self, asks });
  }

  #sayState(): void {
    const { session } = this.#self;
    if (session !== null) this.#send({ kind: 'state', session, stamped: this.#stamped });
  }

  #send(message: Message): void {
    if (!this.#closed) this.#options.channel.postMessage(message);
  }
}
