import { followRoom, type Connection, type StreamOptions } from '../classroom/room-stream.ts';
import type { RoomState } from '../classroom/protocol.ts';
import type { Stop } from '../present/stops.ts';
import { storyIndex } from '../story/story-index.ts';
import type { Story } from '../story/story.ts';

/** A pupil's device: with the class at the teacher's step, or looking around by itself. */
export class Follower {
  readonly story: Story;
  #connection = $state<Connection>('connecting');
  #state = $state.raw<RoomState | null>(null);
  /** The step looked at by oneself; null with the class. */
  #own = $state<number | null>(null);
  #opened = $state(0);
  /** The furthest step whose answer the class has seen. */
  #seen = $state(-1);

  constructor(story: Story) {
    this.story = story;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** How often the room has been reached: a server that was started anew has forgotten its answers. */
  get opened(): number {
    return this.#opened;
  }

  /** Where the class is; null as long as that is not known. */
  readonly classStop: Stop | null = $derived.by(() => {
    if (this.#state === null) return null;
    const step = storyIndex(this.story).stepOrder.get(this.#state.step)!;
    return { step, face: this.#state.face };
  });

  /** What this device shows: of steps that the class has not seen, only what they ask. */
  readonly stop: Stop = $derived.by(() => {
    if (this.#own === null) return this.classStop ?? { step: 0, face: this.#faceAhead(0) };
    if (this.#own === this.classStop?.step) return this.classStop;
    return { step: this.#own, face: this.#faceAhead(this.#own) };
  });

  /** Whether this device shows what the class sees. */
  readonly isWithClass: boolean = $derived.by(
    () => this.#own === null || this.#own === this.classStop?.step
  );

  /** Whether an answer to the question that is shown can be given now. */
  readonly takesAnswer: boolean = $derived.by(
    () => this.isWithClass && this.stop.face === 'question' && this.#state?.taking === true
  );

  readonly isRevealed: boolean = $derived.by(() => this.#state?.revealed === true);

  /** Follows the room at an address; returns what stops it. */
  follow(options: Pick<StreamOptions, 'address' | 'connect' | 'page'>): () => void {
    return followRoom({
      ...options,
      onState: (state) => this.#take(state),
      onConnection: (connection) => {
        this.#connection = connection;
        if (connection === 'open') this.#opened++;
      }
    });
  }

  /** Looks at another step, by its index; one that is not there is passed over. */
  look(step: number): void {
    if (step >= 0 && step < this.story.steps.length) this.#own = step;
  }

  /** Goes back to where the class is. */
  snapBack(): void {
    this.#own = null;
  }

  #take(state: RoomState): void {
    // A step that this version of the story does not have leaves the class where it was.
    if (!storyIndex(this.story).stepOrder.has(state.step)) return;
    const before = this.classStop?.step;
    this.#state = state;
    const now = this.classStop!;
    if (now.face !== 'question') this.#seen = Math.max(this.#seen, now.step);
    // Who looks at the step that the class comes to is with it again.
    if (now.step !== before && this.#own === now.step) this.#own = null;
  }

  #faceAhead(step: number): Stop['face'] {
    const asks = this.story.steps[step]!.askHtml !== '';
    return asks && step > this.#seen ? 'question' : 'whole';
  }
}
