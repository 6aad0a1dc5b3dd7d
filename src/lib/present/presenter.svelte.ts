import { wrapLng } from '$lib/camera/camera.ts';
import type { Autoplay } from './autoplay.ts';
import { isMove, type Command, type Move } from './commands.ts';
import { keepPlace, keptPlace, windowStorage } from './kept-place.ts';
import type { Drawing } from './drawing.ts';
import { sessionIn, type PresentWindow, type Role } from './messages.ts';
import { PresentLink } from './present-link.ts';
import { openingState, type PresentState, type Stamped } from './present-state.ts';
import { screensToJoin } from './screens.ts';
import {
  firstStop,
  heldTo,
  nextStop,
  previousStop,
  sameStop,
  stopAt,
  stopsOf,
  type Stop
} from './stops.ts';
import { Reader } from '$lib/reader/reader.svelte.ts';
import { glide } from '$lib/scroll/glide.ts';
import type { Frame } from '$lib/frame.ts';
import type { Camera, LngLat, Step, Story } from '$lib/story/story.ts';

/** How long the way from one step to the next takes, and how long the lines of an answer take to grow; ms. */
const flightMs = 1400;
const revealMs = 1100;
/** How long a window must have been at rest before its address follows, ms: browsers refuse a flood of addresses. */
const restMs = 150;
/** How often, and how long each time, a speaker's window opened by itself listens for screens; ms. */
const listenTurns = 4;
const listenTurnMs = 250;

/** The frame of a screen of 16:9, which a speaker's window shows until a screen says its own. */
const usualFrame: Frame = {
  width: 996,
  height: 560,
  padding: { top: 25, right: 25, bottom: 50, left: 360 }
};

export interface PresenterOptions {
  readonly story: Story;
  readonly role: Role;
  /** Whether flights are to be left out, asked anew each time. */
  readonly reducedMotion: () => boolean;
  /** The presentation has come to rest at a step. */
  readonly onRest?: (step: Step) => void;
}

/**
 * A window's presentation: where it stands, what its map is to show, and what the other windows know of it.
 * Every change is a whole new state; the map flies to where the state says.
 */
export class Presenter {
  readonly story: Story;
  readonly role: Role;
  readonly reader: Reader;
  readonly #options: PresenterOptions;
  readonly #id = newId();
  readonly #since = Date.now();
  readonly #storage = typeof window === 'undefined' ? null : windowStorage();
  #state = $state.raw(openingState);
  #session = $state<string | null>(null);
  #windows = $state.raw<readonly PresentWindow[]>([]);
  /** Whether the other windows have had their time to answer. */
  #listened = false;
  #hadOther = $state(false);
  #autoplay = $state.raw<Autoplay | null>(null);
  #playing = $state(false);
  #link: PresentLink | null = null;
  #stamped: Stamped | null = null;
  #stopMotion = () => {};
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #listenTimer: ReturnType<typeof setTimeout> | undefined;
  #playTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PresenterOptions) {
    this.#options = options;
    this.story = options.story;
    this.role = options.role;
    this.reader = new Reader(options.story, options.reducedMotion);
    this.#state = { ...openingState, stop: this.stops[0]! };
    if (this.role === 'speaker') this.reader.frame = usualFrame;
    this.#settle(this.#state.stop);
  }

  get state(): PresentState {
    return this.#state;
  }

  readonly stops: readonly Stop[] = $derived.by(() => this.#stopsOf(this.#state.asked));
  /** The step that is on the screen, or that a flight leads to. */
  readonly step: Step = $derived.by(() => this.story.steps[this.#state.stop.step]!);
  readonly next: Stop = $derived.by(() => nextStop(this.stops, this.#state.stop));
  readonly atEnd: boolean = $derived(this.#state.stop.face === 'end');
  readonly atStart: boolean = $derived.by(() => sameStop(this.#state.stop, this.stops[0]!));

  /** The presentation's name among others in this browser; null while a speaker's window looks for one. */
  get session(): string | null {
    return this.#session;
  }

  /** The windows of this presentation that have the other role. */
  readonly others: readonly PresentWindow[] = $derived.by(() =>
    this.#windows.filter(({ role, session }) => role !== this.role && session === this.#session)
  );
  /** Whether there has been such a window since this one was opened. */
  get hadOther(): boolean {
    return this.#hadOther;
  }
  /** The screens of other presentations of this story that a speaker's window may turn to. */
  readonly otherScreens: readonly PresentWindow[] = $derived.by(() =>
    screensToJoin(this.#windows.filter(({ session }) => session !== this.#session))
  );

  get autoplay(): Autoplay | null {
    return this.#autoplay;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /**
   * Takes part: at the place kept over a reload, else at the step that the address names, else at the start;
   * and in step with the other windows. `reloaded` says that the address is the one that was left: it may lag behind
   * the place by a moment. Returns what ends it.
   */
  open(address: Pick<Location, 'hash' | 'search'>, reloaded: boolean): () => void {
    const kept = keptPlace(this.#storage, this.story.slug);
    const asked = sessionIn(address.search);
    const named = this.#stepNamed(address.hash);
    const mine = kept !== null && (asked === null || asked === kept.session) ? kept : null;
    // An address that was changed by hand has the word.
    const stays =
      this.role === 'speaker' ||
      reloaded ||
      named === null ||
      address.hash === mine?.hash ||
      named === mine?.stamped.state.stop.step;
    this.#session = asked ?? kept?.session ?? (this.role === 'screen' ? newId() : null);
    const state = mine?.stamped.state ?? this.#state;
    const rev = mine?.stamped.stamp.rev ?? 0;
    this.#stamped =
      mine !== null && stays
        ? mine.stamped
        : {
            stamp: { rev: rev + (named === null ? 0 : 1), writer: this.#id },
            state:
              named === null || this.role === 'speaker'
                ? state
                : { ...state, stop: firstStop(this.#stopsOf(state.asked), named), camera: null }
          };
    this.#show(this.#stamped.state, true);
    this.#keep();
    this.#connect();
    if (this.#session === null) {
      this.#listen(listenTurns);
    }
    const off = new AbortController();
    const { signal } = off;
    // A page that is kept for Back is as good as gone meanwhile.
    addEventListener('pagehide', () => this.#disconnect(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#connect(), { signal });
    return () => {
      off.abort();
      this.#disconnect();
      this.#stopMotion();
      for (const timer of [this.#restTimer, this.#listenTimer, this.#playTimer])
        clearTimeout(timer);
    };
  }

  /** Does what a command asks of the presentation itself; whether there was such a thing. */
  run(command: Command, held = false): boolean {
    if (isMove(command)) this.move(command, held);
    else if (command === 'black') this.toggleBlack();
    else if (command === 'names') this.toggleNames();
    else if (command === 'timer') this.toggleTimer();
    else return false;
    return true;
  }

  /** Moves by a key or button; `held` while a key repeats, which no flight could follow. */
  move(move: Move, held = false): void {
    const { stop } = this.#state;
    const to = {
      next: () => nextStop(this.stops, stop),
      previous: () => previousStop(this.stops, stop),
      first: () => this.stops[0]!,
      last: () => this.stops.at(-1)!
    }[move]();
    this.#goTo(to, held);
  }

  /** Goes to a step by its index. */
  goToStep(step: number): void {
    this.#goTo(stopAt(this.stops, step, this.#state.stop), false);
  }

  /** Goes to the step that an address's fragment names; whether it names one. */
  goToNamed(hash: string): boolean {
    const step = this.#stepNamed(hash);
    if (step !== null && step !== this.#state.stop.step) this.goToStep(step);
    return step !== null;
  }

  toggleBlack(): void {
    this.#change({ black: !this.#state.black });
  }

  toggleNames(): void {
    this.#change({ names: !this.#state.names });
  }

  toggleTimer(): void {
    this.#change({ timer: !this.#state.timer, startedAt: this.#state.startedAt ?? Date.now() });
  }

  /** Whether the class is asked before it is shown. */
  ask(asked: boolean): void {
    this.#change({ asked, stop: heldTo(this.#stopsOf(asked), this.#state.stop) });
  }

  plan(plannedMinutes: number | null): void {
    this.#change({ plannedMinutes });
  }

  startClock(): void {
    this.#change({ startedAt: Date.now() });
  }

  /** The map has been moved by hand in this window; null gives the story's camera back to every window. */
  explore(camera: Camera | null): void {
    if (camera === null) {
      this.reader.followCamera(null);
      if (this.#state.camera !== null) this.#change({ camera });
    } else {
      const [lng, lat] = camera.center;
      this.#change({ camera: { ...camera, center: [wrapLng(lng), lat] } });
    }
  }

  /** The map has been drawn on, or wiped. */
  draw(drawing: Drawing): void {
    this.#change({ drawing });
  }

  /** The laser in this window points at a place, or no longer at any. */
  point(laser: LngLat | null): void {
    if (laser !== null || this.#state.laser !== null) this.#change({ laser });
  }

  /** The screen has another frame; speakers show the map in the same, so that a camera means the same there. */
  setFrame(frame: Frame): void {
    this.reader.frame = frame;
    this.#link?.become({ frame });
  }

  /** Turns a speaker's window to a presentation. */
  join(session: string): void {
    this.#session = session;
    this.#hadOther = false;
    this.#link?.become({ session });
    this.#meet(this.#windows);
    this.#keep();
  }

  /** Goes on by itself, from here. */
  play(autoplay: Autoplay): void {
    this.#autoplay = autoplay;
    this.#playing = true;
    this.#schedulePlay();
  }

  pause(): void {
    this.#playing = false;
    clearTimeout(this.#playTimer);
  }

  #stopsOf(asked: boolean): readonly Stop[] {
    return stopsOf(
      this.story.steps.map(({ askHtml }) => askHtml !== ''),
      asked
    );
  }

  #stepNamed(hash: string): number | null {
    const step = this.story.steps.findIndex(({ id }) => `#${id}` === hash);
    return step < 0 ? null : step;
  }

  #goTo(stop: Stop, held: boolean): void {
    const startedAt = this.#state.startedAt ?? Date.now();
    // Whoever moves on wants to see where to.
    this.#change({ stop, black: false, camera: null, startedAt }, held);
  }

  #change(changes: Partial<PresentState>, held = false): void {
    const state = { ...this.#state, ...changes };
    this.#show(state, held);
    if (this.#link !== null) {
      this.#link.change(state);
      this.#stamped = this.#link.stamped;
    } else {
      const rev = (this.#stamped?.stamp.rev ?? 0) + 1;
      this.#stamped = { stamp: { rev, writer: this.#id }, state };
    }
    // A camera in the hand, and a laser, is another sixty times a second.
    if (!changes.camera && changes.laser === undefined) this.#keep();
  }

  #show(next: PresentState, held: boolean): void {
    const before = this.#state;
    const stop = heldTo(this.#stopsOf(next.asked), next.stop);
    this.#state = { ...next, stop };
    this.reader.names = next.names;
    if (!sameStop(before.stop, stop)) {
      this.reader.stopExploring();
      this.#fly(before.stop, stop, held);
      if (this.#playing) this.#schedulePlay();
    }
  }

  /**
   * Brings the map from stop to stop. What was still under way is cut short: the map is where it was on its way
   * to, unless it turns back on the same way.
   */
  #fly(from: Stop, to: Stop, held: boolean): void {
    this.#stopMotion();
    const { reader } = this;
    const still = held || this.#options.reducedMotion();
    const isQuestion = (stop: Stop) => stop.face === 'question';
    if (!still && from.step === to.step && isQuestion(from) && !isQuestion(to)) {
      reader.position = to.step;
      this.#stopMotion = glide(0, 1, revealMs, (share) => {
        reader.withheld = share < 1 ? { step: to.step, share } : null;
        if (share === 1) this.#rest();
      });
    } else if (
      !still &&
      Math.abs(from.step - to.step) === 1 &&
      !(isQuestion(from) && isQuestion(to))
    ) {
      const onTheWay = Math.abs(reader.position - to.step) < 1;
      if (!onTheWay) reader.position = from.step;
      const asking = [to, from].find(isQuestion);
      reader.withheld = asking === undefined ? null : { step: asking.step, share: 0 };
      const start = reader.position;
      this.#stopMotion = glide(
        start,
        to.step,
        flightMs * Math.max(0.4, Math.abs(to.step - start)),
        (position) => {
          reader.position = position;
          if (position === to.step) this.#settle(to);
        }
      );
    } else this.#settle(to);
  }

  #settle({ step, face }: Stop): void {
    this.reader.position = step;
    this.reader.withheld = face === 'question' ? { step, share: 0 } : null;
    this.#rest();
  }

  #rest(): void {
    if (this.#options.onRest === undefined || this.#stamped === null) return;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      this.#options.onRest?.(this.step);
      this.#keep();
    }, restMs);
  }

  #schedulePlay(): void {
    clearTimeout(this.#playTimer);
    const { seconds, loop } = this.#autoplay!;
    this.#playTimer = setTimeout(() => {
      if (!this.atEnd) this.#goTo(this.next, false);
      else if (loop) this.#goTo(this.stops[0]!, false);
      else this.pause();
    }, seconds * 1000);
  }

  #connect(): void {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#link = new PresentLink({
      channel: new BroadcastChannel(`presentations of ${this.story.slug}`),
      self: {
        id: this.#id,
        role: this.role,
        session: this.#session,
        since: this.#since,
        frame: this.role === 'screen' ? this.reader.frame : null
      },
      stamped: this.#stamped!,
      onState: (state) => this.#take(state),
      onWindows: (windows) => this.#meet(windows)
    });
  }

  #disconnect(): void {
    // No dot stays behind in the other windows.
    this.point(null);
    this.#link?.close();
    this.#link = null;
    this.#windows = [];
  }

  /** Another window has changed the state. */
  #take(state: PresentState): void {
    this.pause();
    const { camera, laser } = this.#state;
    this.#stamped = this.#link!.stamped;
    this.#show(state, false);
    // The hand that moved the map last has it.
    if (JSON.stringify(camera) !== JSON.stringify(state.camera)) {
      this.reader.followCamera(state.camera);
    }
    if (JSON.stringify(laser) === JSON.stringify(state.laser)) this.#keep();
  }

  #meet(windows: readonly PresentWindow[]): void {
    this.#windows = windows;
    // What could not be told apart may be by now: a window that was slow to answer has answered.
    if (this.#session === null && this.#listened) this.#chooseSession();
    const screen = this.others.find(({ frame }) => frame !== null);
    if (this.role === 'speaker' && screen) this.reader.frame = screen.frame;
    if (this.others.length > 0) this.#hadOther = true;
    // A speaker's window that was opened first has waited for a screen.
    else if (this.role === 'speaker' && this.#session !== null && !this.#hadOther) {
      const [waiting, more] = this.otherScreens;
      const alone = !windows.some(
        ({ role, session }) => role === 'speaker' && session === waiting?.session
      );
      if (waiting && !more && alone) this.join(waiting.session!);
    }
  }

  /** Lets the other windows answer, in several turns: in one, a busy page would find its time up before it heard. */
  #listen(turns: number): void {
    this.#listenTimer = setTimeout(() => {
      if (turns > 1) return this.#listen(turns - 1);
      this.#listened = true;
      this.#chooseSession();
    }, listenTurnMs);
  }

  /** Which presentation a speaker's window opened by itself belongs to; of several the speaker chooses. */
  #chooseSession(): void {
    const [screen, more] = this.otherScreens;
    if (more) return;
    this.join(screen?.session ?? newId());
  }

  #keep(): void {
    if (this.#session === null || this.#stamped === null) return;
    const { hash } = location;
    const { stamp, state } = this.#stamped;
    keepPlace(this.#storage, this.story.slug, {
      session: this.#session,
      hash,
      // Nobody's hand is on the laser after a reload.
      stamped: { stamp, state: { ...state, laser: null } }
    });
  }
}

function newId(): string {
  // `randomUUID` is there only on secure origins; a classroom's server may have none.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
