import type { Frame } from '../frame.ts';
import { wrapLng } from '../geometry/date-line.ts';
import { addressDelayMs } from '../reader/follow-address.ts';
import { readFragment } from '../reader/fragment.ts';
import { Reader } from '../reader/reader.svelte.ts';
import type { Camera, LngLat, Step, Story } from '../story/story.ts';
import { storyIndex } from '../story/story-index.ts';
import { AutoplayTimer } from './autoplay-timer.svelte.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Move, SharedCommand } from './commands.ts';
import type { Drawing } from './drawing.ts';
import { keepPlace, keptPlace, type KeptPlace } from './kept-place.ts';
import { sessionIn, type Role } from './messages.ts';
import { PresentSession } from './present-session.svelte.ts';
import { evenPlan, lessonPlan, type Plan } from './pace.ts';
import { openingState, type PresentState, type Stamped } from './present-state.ts';
import { StopFlight } from './stop-flight.ts';
import {
  asksForPlace,
  firstStop,
  heldTo,
  nextStop,
  previousStop,
  sameStop,
  stopAt,
  stopsOf,
  type Stop
} from './stops.ts';

/** The frame of a screen of 16:9, which a speaker's window shows until a screen says its own. */
const usualFrame: Frame = {
  width: 996,
  height: 560,
  padding: { top: 25, right: 25, bottom: 50, left: 360 }
};

/** A lesson that is presented in the place of its whole story. */
interface PresentedLesson {
  /** As its link has it. */
  readonly code: string;
  /** How long each step is to take, minutes. */
  readonly stepMinutes: readonly number[];
  /** What it is called, and how long it is to take. */
  readonly lesson: { readonly minutes: number };
}

export interface PresenterOptions {
  /** With a lesson, the story as that tells it. */
  readonly story: Story;
  readonly lesson?: PresentedLesson | null;
  readonly role: Role;
  /** Whether flights are to be left out, asked anew each time. */
  readonly reducedMotion: () => boolean;
  /** The presentation has come to rest at a step. */
  readonly onRest?: (step: Step) => void;
}

/**
 * A window's presentation: at which stop it is, and what its map shows. Every change is a whole new state, which the
 * session shares with the other windows; the map flies to where the state says.
 */
export class Presenter {
  readonly story: Story;
  readonly role: Role;
  readonly reader: Reader;
  /** The other windows. */
  readonly session: PresentSession;
  readonly autoplay = new AutoplayTimer(({ loop }) => {
    if (!this.atEnd) this.#goTo(this.next);
    else if (loop) this.#goTo(this.stops[0]!);
    else this.autoplay.pause();
  });
  readonly #options: PresenterOptions;
  /** What its windows know it by among those of this site. */
  readonly #talk: string;
  readonly #flight: StopFlight;
  #state = $state.raw(openingState);
  /** Whether the browser has stored the state. */
  #kept = $state(true);
  /** Null until the presentation is opened. */
  #window: BrowserWindow | null = null;
  #addressTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PresenterOptions) {
    this.#options = options;
    this.story = options.story;
    this.role = options.role;
    this.reader = new Reader(options.story, options.reducedMotion);
    if (this.role === 'speaker') this.reader.frame = usualFrame;
    this.#flight = new StopFlight(this.reader, () => this.#followAddress());
    this.session = new PresentSession({
      role: this.role,
      onState: (state) => this.#take(state),
      onScreenFrame: (frame) => (this.reader.frame = frame),
      onJoin: () => this.#keep()
    });
    const { lesson = null } = options;
    this.#talk = [this.story.slug, ...(lesson ? [lesson.code] : [])].join(' ');
    this.#state = {
      ...openingState,
      stop: this.stops[0]!,
      plannedMinutes: lesson?.lesson.minutes ?? null
    };
    this.#flight.land(this.#state.stop);
  }

  get state(): PresentState {
    return this.#state;
  }

  readonly stops: readonly Stop[] = $derived.by(() => this.#stopsOf(this.#state.asked));
  /** The step that is on the screen, or that a flight leads to. */
  readonly step: Step = $derived.by(() => this.story.steps[this.#state.stop.step]!);
  /** Whether the step has pictures, videos or sounds. */
  readonly hasMedia: boolean = $derived.by(() =>
    this.story.media.some(({ step }) => step === this.step.id)
  );
  readonly next: Stop = $derived.by(() => nextStop(this.stops, this.#state.stop));
  readonly atEnd: boolean = $derived(this.#state.stop.face === 'end');
  /** Whether what is drawn is in this window alone, and would be gone with it: the browser does not store it. */
  readonly drawingAtRisk: boolean = $derived.by(
    () =>
      !this.#kept && this.session.others.length === 0 && Object.keys(this.#state.drawing).length > 0
  );
  /** Null where no time is planned. */
  readonly plan: Plan | null = $derived.by(() => {
    const { plannedMinutes, startedStep, asked } = this.#state;
    if (plannedMinutes === null) return null;
    const from = Math.min(startedStep, this.story.steps.length - 1);
    const { lesson } = this.#options;
    if (lesson) return lessonPlan(lesson.stepMinutes, plannedMinutes, from);
    return evenPlan(
      this.story.steps.map(({ askHtml }) => asked && askHtml !== ''),
      plannedMinutes,
      from
    );
  });
  readonly atStart: boolean = $derived.by(() => sameStop(this.#state.stop, this.stops[0]!));

  /**
   * Opens the presentation in a window: at the place kept over a reload, else at the step that the address names,
   * else at the start; and in step with the other windows. Returns what ends it.
   */
  open(browser: BrowserWindow): () => void {
    this.#window = browser;
    this.#flight.clock = browser.clock;
    const asked = sessionIn(browser.address.search);
    const kept = keptPlace(browser.storage, this.#talk);
    const stamped = this.#openingState(
      browser,
      asked === null || asked === kept?.session ? kept : null
    );
    this.session.open(asked ?? kept?.session ?? null, stamped, () =>
      browser.openChannel(`presentations of ${this.#talk}`)
    );
    this.#show(stamped.state, true);
    this.#keep();
    const off = new AbortController();
    const { signal } = off;
    // A page that is kept for Back is as good as gone meanwhile.
    browser.events.addEventListener('pagehide', () => this.#leave(), { signal });
    browser.events.addEventListener(
      'pageshow',
      (event) => (event as PageTransitionEvent).persisted && this.session.connect(),
      { signal }
    );
    return () => {
      off.abort();
      this.#leave();
      this.session.close();
      this.#flight.cancel();
      this.autoplay.pause();
      clearTimeout(this.#addressTimer);
    };
  }

  /** Runs what all windows do together; `held` while a key repeats. */
  run(command: SharedCommand, held = false): void {
    switch (command) {
      case 'black':
        return this.toggleBlack();
      case 'names':
        return this.toggleNames();
      case 'timer':
        return this.toggleTimer();
      case 'reveal':
        return this.toggleReveal();
      case 'media':
        return this.toggleMedia();
      default:
        this.move(command, held);
    }
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
    this.#goTo(stopAt(this.stops, step, this.#state.stop));
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
    this.#change({ timer: !this.#state.timer, ...this.#start(this.#state.stop.step) });
  }

  /** Shows the step's pictures and videos as large as the screen, or ends that; nothing without any. */
  toggleMedia(): void {
    const { enlarged } = this.#state;
    if (enlarged || this.hasMedia) this.#change({ enlarged: !enlarged });
  }

  /** Shows the class's answers on the screen, or hides them; nothing without a room. */
  toggleReveal(): void {
    if (this.#state.room !== null) this.#change({ revealed: !this.#state.revealed });
  }

  /** Has the class follow in a room; null lets it go. */
  enterRoom(room: PresentState['room']): void {
    this.#change({ room, revealed: false });
  }

  /** Whether the class is asked before it is shown. */
  ask(asked: boolean): void {
    this.#change({ asked, stop: heldTo(this.#stopsOf(asked), this.#state.stop) });
  }

  planFor(plannedMinutes: number | null): void {
    this.#change({ plannedMinutes });
  }

  startClock(): void {
    this.#change({ startedAt: Date.now(), startedStep: this.#state.stop.step });
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
    this.session.setFrame(frame);
  }

  #stopsOf(asked: boolean): readonly Stop[] {
    return stopsOf(
      this.story.steps.map(({ askHtml }) => askHtml !== ''),
      asked
    );
  }

  #stepNamed(hash: string): number | null {
    return storyIndex(this.story).stepOrder.get(readFragment(hash).step) ?? null;
  }

  /** The state that a window begins with, by its address and by the place it kept. */
  #openingState({ address, reloaded }: BrowserWindow, kept: KeptPlace | null): Stamped {
    const named = this.#stepNamed(address.hash);
    // A speaker's window has no address that follows it, and after a reload the address may lag behind.
    const addressLeads =
      this.role === 'screen' &&
      named !== null &&
      !reloaded &&
      address.hash !== kept?.hash &&
      named !== kept?.stamped.state.stop.step;
    if (kept !== null && !addressLeads) return kept.stamped;
    const state = kept?.stamped.state ?? this.#state;
    const rev = (kept?.stamped.stamp.rev ?? 0) + (named === null ? 0 : 1);
    return {
      stamp: { rev, writer: this.session.windowId },
      state:
        named === null || this.role === 'speaker'
          ? state
          : { ...state, stop: firstStop(this.#stopsOf(state.asked), named), camera: null }
    };
  }

  #goTo(stop: Stop, held = false): void {
    const { stop: from, revealed } = this.#state;
    this.#change(
      {
        stop,
        // Whoever moves on wants to see where to.
        black: false,
        enlarged: false,
        camera: null,
        revealed: revealed && stop.step === from.step && stop.face !== 'end',
        // A talk that begins with a jump begins where that leads.
        ...this.#start(
          Math.abs(stop.step - from.step) > 1 ? stop.step : Math.min(from.step, stop.step)
        )
      },
      held
    );
  }

  /** The talk's beginning: as it was, else now; at a step, or before it. */
  #start(step: number): Pick<PresentState, 'startedAt' | 'startedStep'> {
    const { startedAt, startedStep } = this.#state;
    return startedAt === null
      ? { startedAt: Date.now(), startedStep: step }
      : { startedAt, startedStep: Math.min(startedStep, step) };
  }

  #change(changes: Partial<PresentState>, held = false): void {
    const state = { ...this.#state, ...changes };
    this.#show(state, held);
    this.session.change(state);
    // A camera in the hand, and a laser, is another sixty times a second.
    if (!changes.camera && changes.laser === undefined) this.#keep();
  }

  #show(next: PresentState, held: boolean): void {
    const before = this.#state;
    const stop = heldTo(this.#stopsOf(next.asked), next.stop);
    this.#state = { ...next, stop };
    this.reader.names = next.names && !asksForPlace(stop, this.story.steps[stop.step]!);
    if (sameStop(before.stop, stop)) return;
    this.reader.stopExploring();
    if (held || this.#options.reducedMotion()) this.#flight.land(stop);
    else this.#flight.fly(before.stop, stop);
    this.autoplay.restart();
  }

  /** Another window has changed the state. */
  #take(state: PresentState): void {
    this.autoplay.pause();
    const { camera, laser } = this.#state;
    this.#show(state, false);
    // The hand that moved the map last has it.
    if (JSON.stringify(camera) !== JSON.stringify(state.camera)) {
      this.reader.followCamera(state.camera);
    }
    if (JSON.stringify(laser) === JSON.stringify(state.laser)) this.#keep();
  }

  #followAddress(): void {
    if (this.#options.onRest === undefined || this.#window === null) return;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => {
      this.#options.onRest?.(this.step);
      this.#keep();
    }, addressDelayMs);
  }

  #leave(): void {
    // No dot stays behind in the other windows.
    this.point(null);
    this.session.disconnect();
  }

  #keep(): void {
    const { name, stamped } = this.session;
    if (this.#window === null || name === null || stamped === null) return;
    const { address, storage } = this.#window;
    const { stamp, state } = stamped;
    this.#kept = keepPlace(storage, this.#talk, {
      session: name,
      hash: address.hash,
      // Nobody's hand is on the laser after a reload.
      stamped: { stamp, state: { ...state, laser: null } }
    });
  }
}
