import type { Answer, Tally } from '../../lib/classroom/protocol.ts';
import type { RoomEntry } from './room-store.ts';

/** What a relay knows of a room, as its store has told it. */
export class RoomView {
  entry: RoomEntry;
  /** Values by step and pupil. */
  readonly #answers = new Map<string, Map<string, string>>();
  readonly #pupils = new Set<string>();
  readonly #followers = new Map<string, { readonly count: number; readonly at: number }>();

  constructor(entry: RoomEntry) {
    this.entry = entry;
  }

  takeAnswer({ step, pupil, value }: Answer): void {
    const values = this.#answers.get(step) ?? new Map<string, string>();
    this.#answers.set(step, values.set(pupil, value));
    this.#pupils.add(pupil);
  }

  /** @param at when the relay was heard, ms */
  takeFollowers(relay: string, count: number, at: number): void {
    this.#followers.set(relay, { count, at });
  }

  /** Forgets the followers of relays that have not been heard since a time, ms: they are gone. */
  forgetRelays(since: number): void {
    for (const [relay, { at }] of this.#followers) {
      if (at < since) this.#followers.delete(relay);
    }
  }

  /** Whether a pupil's device is among those that may answer: the first `most`. */
  admits(pupil: string, most: number): boolean {
    return this.#pupils.has(pupil) || this.#pupils.size < most;
  }

  get answerCount(): number {
    return [...this.#answers.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** All answers by step and value, so that nothing tells whose they are. */
  answers(): readonly { readonly step: string; readonly value: string }[] {
    return [...this.#answers.keys()]
      .sort()
      .flatMap((step) => this.#valuesAt(step).map((value) => ({ step, value })));
  }

  /** The followers of all relays, and the answers to the question of the step that the class is at. */
  tally(): Tally {
    const { state } = this.entry;
    return {
      followers: [...this.#followers.values()].reduce((sum, { count }) => sum + count, 0),
      answers: state === null ? [] : this.#valuesAt(state.step)
    };
  }

  #valuesAt(step: string): readonly string[] {
    return [...(this.#answers.get(step)?.values() ?? [])].sort();
  }
}
