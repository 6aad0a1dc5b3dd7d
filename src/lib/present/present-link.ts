import type { Message, PresentWindow } from './messages.ts';
import { readMessage } from './messages.ts';
import { isNewer, type PresentState, type Stamped } from './present-state.ts';

/** What of a `BroadcastChannel` a link needs. */
export interface LinkChannel {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Time, for tests to be its master. */
export interface LinkClock {
  now(): number;
  every(ms: number, callback: () => void): () => void;
}

const windowClock: LinkClock = {
  now: () => performance.now(),
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  }
};

export interface LinkOptions {
  readonly channel: LinkChannel;
  readonly self: PresentWindow;
  readonly stamped: Stamped;
  /** Another window has changed the state. */
  onState(state: PresentState): void;
  /** Other windows have come, gone or changed. */
  onWindows(windows: readonly PresentWindow[]): void;
  readonly clock?: LinkClock;
}

/** How often a window asks the others whether they are there, and when one that is silent is taken for gone; ms. */
const beatMs = 1000;
const goneMs = 3500;

/**
 * Keeps the windows of one presentation at the same state, without a server. Each holds the whole state with a
 * stamp, the newest wins, and a window that comes late is told by those that are there. A window that is asked
 * answers at once, even where the browser slows the timers of what is hidden.
 */
export class PresentLink {
  readonly #options: LinkOptions;
  readonly #clock: LinkClock;
  readonly #others = new Map<string, { readonly window: PresentWindow; readonly heard: number }>();
  #self: PresentWindow;
  #stamped: Stamped;
  readonly #stopBeat: () => void;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#clock = options.clock ?? windowClock;
    this.#self = options.self;
    this.#stamped = options.stamped;
    options.channel.addEventListener('message', ({ data }) => {
      const message = readMessage(data);
      if (message !== null && !this.#closed) this.#take(message);
    });
    this.#stopBeat = this.#clock.every(beatMs, () => {
      this.#forgetSilent();
      this.#sayHere(true);
    });
    this.#sayHere(true);
  }

  get stamped(): Stamped {
    return this.#stamped;
  }

  /** Tells the others of a change made in this window. */
  change(state: PresentState): void {
    const { id } = this.#self;
    this.#stamped = { stamp: { rev: this.#stamped.stamp.rev + 1, writer: id }, state };
    this.#sayState();
  }

  /** This window now belongs to a presentation, or its frame is another. */
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
      this.#others.set(window.id, { window, heard: this.#clock.now() });
      if (message.asks) this.#sayHere(false);
      // It may have come late, or have gone on while nobody listened.
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
    const silent = [...this.#others].filter(([, { heard }]) => this.#clock.now() - heard > goneMs);
    for (const [id] of silent) this.#others.delete(id);
    if (silent.length > 0) this.#tellWindows();
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
