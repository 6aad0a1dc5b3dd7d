import type { Frame } from '../frame.ts';
import type { PresentWindow, Role } from './messages.ts';
import { PresentLink, type LinkChannel } from './present-link.ts';
import type { PresentState, Stamped } from './present-state.ts';
import { screensToJoin, sessionsWithoutScreen } from './screens.ts';

/** How often, and how long each time, a window listens for others before it chooses a presentation; ms. */
const listenTurns = 4;
const listenTurnMs = 250;

export interface SessionOptions {
  readonly role: Role;
  /** Another window has changed the state. */
  readonly onState: (state: PresentState) => void;
  /** The screen of this window's presentation has this frame. */
  readonly onScreenFrame: (frame: Frame) => void;
  /** This window has turned to a presentation. */
  readonly onJoin: () => void;
}

/**
 * A window's place among the windows of a story in this browser: which presentation it belongs to, which others are
 * there, and the state that those of its presentation agree on.
 */
export class PresentSession {
  readonly windowId = newId();
  readonly #options: SessionOptions;
  readonly #since = Date.now();
  #name = $state<string | null>(null);
  #windows = $state.raw<readonly PresentWindow[]>([]);
  #hadOther = $state(false);
  /** Whether this is a screen that was opened by hand, at no step of its own, and that nobody has moved yet. */
  #mayTakeOver = false;
  /** Whether the other windows have had their time to answer. */
  #listened = false;
  #listenTimer: ReturnType<typeof setTimeout> | undefined;
  #openChannel: () => LinkChannel | null = () => null;
  #link: PresentLink | null = null;
  #stamped: Stamped | null = null;
  #frame: Frame | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** The presentation's name among others in this browser; null while a speaker's window looks for one. */
  get name(): string | null {
    return this.#name;
  }

  /** The state that the windows agree on; null before this window is opened. */
  get stamped(): Stamped | null {
    return this.#stamped;
  }

  /** The windows of this presentation that have the other role. */
  readonly others: readonly PresentWindow[] = $derived.by(() =>
    this.#windows.filter(
      ({ role, session }) => role !== this.#options.role && session === this.#name
    )
  );

  /** Whether there has been such a window since this one belongs to its presentation. */
  get hadOther(): boolean {
    return this.#hadOther;
  }

  /** The screens of other presentations of this story that a speaker's window may turn to. */
  readonly otherScreens: readonly PresentWindow[] = $derived.by(() =>
    screensToJoin(this.#windows.filter(({ session }) => session !== this.#name))
  );

  /**
   * Takes this window's place in a presentation; where `name` is null, in one of its own if it is a screen, unless one
   * lacks a screen, and in one that it looks for if it is a speaker's window.
   */
  open(name: string | null, stamped: Stamped, openChannel: () => LinkChannel | null): void {
    const { role } = this.#options;
    this.#mayTakeOver = role === 'screen' && name === null && stamped.stamp.rev === 0;
    this.#name = name ?? (role === 'screen' ? newId() : null);
    this.#stamped = stamped;
    this.#openChannel = openChannel;
    this.connect();
    if (role === 'speaker' || this.#mayTakeOver) this.#listen(listenTurns);
  }

  close(): void {
    this.disconnect();
    clearTimeout(this.#listenTimer);
  }

  connect(): void {
    const channel = this.#openChannel();
    if (channel === null) return;
    const { role, onState } = this.#options;
    this.#link = new PresentLink({
      channel,
      self: {
        id: this.windowId,
        role,
        session: this.#name,
        since: this.#since,
        frame: this.#frame
      },
      stamped: this.#stamped!,
      onState: (state) => {
        this.#stamped = this.#link!.stamped;
        onState(state);
      },
      onWindows: (windows) => this.#meet(windows)
    });
  }

  disconnect(): void {
    this.#link?.close();
    this.#link = null;
    this.#windows = [];
  }

  /** Tells the others of a change made in this window. */
  change(state: PresentState): void {
    this.#mayTakeOver = false;
    if (this.#link === null) {
      const rev = (this.#stamped?.stamp.rev ?? 0) + 1;
      this.#stamped = { stamp: { rev, writer: this.windowId }, state };
    } else {
      this.#link.change(state);
      this.#stamped = this.#link.stamped;
    }
  }

  /** Tells the others the frame of this screen. */
  setFrame(frame: Frame): void {
    this.#frame = frame;
    this.#link?.become({ frame });
  }

  /** Turns this window to a presentation. */
  join(name: string): void {
    this.#name = name;
    this.#hadOther = false;
    this.#link?.become({ session: name });
    this.#meet(this.#windows);
    this.#options.onJoin();
  }

  #meet(windows: readonly PresentWindow[]): void {
    this.#windows = windows;
    const { role, onScreenFrame } = this.#options;
    // A late window has answered: there may be but one screen to choose now.
    if (this.#name === null && this.#listened) this.#chooseScreen();
    const screen = this.others.find(({ frame }) => frame !== null);
    if (role === 'speaker' && screen) onScreenFrame(screen.frame!);
    if (this.#mayTakeOver && this.#listened) this.#takeOver();
    if (this.others.length > 0) this.#hadOther = true;
    else if (role === 'speaker' && this.#name !== null && this.#listened && !this.#hadOther)
      this.#joinLoneScreen();
  }

  /** A screen that was opened by hand takes the place of one that was closed while its speaker went on. */
  #takeOver(): void {
    const [session, more] = sessionsWithoutScreen(this.#windows);
    if (session === undefined || more !== undefined) return;
    this.#mayTakeOver = false;
    this.join(session);
  }

  /** Lets the other windows answer, in several turns: in one, a busy page would find its time up before it heard. */
  #listen(turns: number): void {
    this.#listenTimer = setTimeout(() => {
      if (turns > 1) return this.#listen(turns - 1);
      this.#listened = true;
      this.#meet(this.#windows);
    }, listenTurnMs);
  }

  /** Chooses the presentation of a speaker's window that was opened by hand; of several the speaker chooses. */
  #chooseScreen(): void {
    const [screen, more] = this.otherScreens;
    if (more) return;
    this.join(screen?.session ?? newId());
  }

  /** A speaker's window whose presentation has no screen turns to the only screen without a speaker. */
  #joinLoneScreen(): void {
    const [screen, more] = this.otherScreens;
    if (!screen || more) return;
    const hasSpeaker = this.#windows.some(
      ({ role, session }) => role === 'speaker' && session === screen.session
    );
    if (!hasSpeaker) this.join(screen.session!);
  }
}

function newId(): string {
  // `randomUUID` is there only on secure origins; a classroom's server may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
