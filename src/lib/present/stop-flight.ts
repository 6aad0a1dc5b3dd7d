import { durations } from '../ease.ts';
import { glide, type GlideClock } from '../scroll/glide.ts';
import type { Reveal } from '../view.ts';
import type { Stop } from './stops.ts';

/** The share of `durations.step` that a flight takes at least, however short the rest of its way is. */
const shortestFlight = 0.4;
/** How long the lines of an answer take to grow, ms. */
const revealMs = 1100;

/** What of a `Reader` a flight moves. */
export interface Flown {
  position: number;
  reveal: Reveal | null;
}

/** Brings a map from stop to stop. A new flight cuts the one before it short. */
export class StopFlight {
  /** The frames that flights are drawn in; the page's own where it is undefined. */
  clock: GlideClock | undefined;
  readonly #map: Flown;
  readonly #onLanding: () => void;
  #cancel = () => {};

  /** @param onLanding called whenever the map has come to rest at a stop */
  constructor(map: Flown, onLanding: () => void) {
    this.#map = map;
    this.#onLanding = onLanding;
  }

  /**
   * Flies to a stop: to a neighbouring step along the way between the two, to an answer under a map that stands
   * while its lines grow, and to any other stop without a flight. A flight that turns back on the same way does so
   * where it is.
   */
  fly(from: Stop, to: Stop): void {
    this.#cancel();
    const [asks, isAsked] = [isQuestion(to), isQuestion(from)];
    if (from.step === to.step && isAsked && !asks) this.#reveal(to);
    else if (Math.abs(from.step - to.step) === 1 && !(asks && isAsked)) this.#fly(from, to);
    else this.land(to);
  }

  /** Puts the map at a stop without a flight. */
  land({ step, face }: Stop): void {
    this.#cancel();
    this.#map.position = step;
    this.#map.reveal = face === 'question' ? { step, progress: 0 } : null;
    this.#onLanding();
  }

  /** Leaves the map where it is. */
  cancel(): void {
    this.#cancel();
  }

  #reveal(to: Stop): void {
    const { step } = to;
    this.#map.position = step;
    this.#glide(0, 1, revealMs, (progress) => {
      if (progress === 1) this.land(to);
      else this.#map.reveal = { step, progress };
    });
  }

  #fly(from: Stop, to: Stop): void {
    const map = this.#map;
    const isOnTheWay = Math.abs(map.position - to.step) < 1;
    if (!isOnTheWay) map.position = from.step;
    const asking = [to, from].find(isQuestion);
    map.reveal = asking === undefined ? null : { step: asking.step, progress: 0 };
    const durationMs = durations.step * Math.max(shortestFlight, Math.abs(to.step - map.position));
    this.#glide(map.position, to.step, durationMs, (position) => {
      if (position === to.step) this.land(to);
      else map.position = position;
    });
  }

  #glide(from: number, to: number, durationMs: number, move: (value: number) => void): void {
    this.#cancel = glide(from, to, durationMs, move, this.clock);
  }
}

function isQuestion({ face }: Stop): boolean {
  return face === 'question';
}
