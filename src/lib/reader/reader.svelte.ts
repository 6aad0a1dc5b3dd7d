import { untrack } from 'svelte';
import type { Frame } from '../frame.ts';
import { sameItems } from '../cache.ts';
import { everyCertainty, type CertaintyFilter } from '../story/certainty-filter.ts';
import { stepEvents, type StepEvents } from '../story/step-events.ts';
import type { Camera, Step, Story, StoryEvent } from '../story/story.ts';
import {
  drawnInOverture,
  marksOf,
  openingPosition,
  openingStep,
  viewAt,
  type View,
  type ViewOptions,
  type Reveal
} from '../view.ts';

/** A reader's state: their position in the story and everything that follows from it. */
export class Reader {
  readonly story: Story;
  readonly #reducedMotion: () => boolean;
  #position = $state(0);
  #frame = $state.raw<Frame | null>(null);
  #camera = $state.raw<Camera | null>(null);
  #exploring = $state(false);
  #certainties = $state.raw(everyCertainty);
  #reveal = $state.raw<Reveal | null>(null);
  #names = $state(true);
  #overture = $state(1);

  /** @param reducedMotion whether the map must not fly; reactive */
  constructor(story: Story, reducedMotion: () => boolean) {
    this.story = story;
    this.#reducedMotion = reducedMotion;
  }

  /** 4 is step 4 at rest, 4.25 a quarter of the way to step 5, -1 the opening. */
  get position(): number {
    return this.#position;
  }

  /** Moving on ends exploring. An effect that sets the position does not come to depend on it. */
  set position(position: number) {
    if (position === untrack(() => this.#position)) return;
    this.#position = position;
    if (untrack(() => this.#exploring || this.#camera !== null)) this.stopExploring();
  }

  readonly stepIndex: number = $derived(Math.max(0, this.#nearest()));
  readonly step: Step = $derived.by(() => this.story.steps[this.stepIndex]!);

  /** Whether the reader is at the opening, before the first step. */
  readonly atOpening: boolean = $derived(this.#nearest() === openingPosition);

  /** The stage's size and covered edges; null until it has been measured. */
  get frame(): Frame | null {
    return this.#frame;
  }

  set frame(frame: Frame | null) {
    const before = untrack(() => this.#frame);
    if (JSON.stringify(frame) !== JSON.stringify(before)) this.#frame = frame;
  }

  /** Derived, so that a media query is not subscribed to anew in each frame of a flight. */
  readonly #flies: boolean = $derived.by(() => !this.#reducedMotion());

  /** The view at the position, under the story's own camera. */
  readonly view: View | null = $derived(this.#viewOf({ reducedMotion: !this.#flies }));

  /** The view where still pictures replace the map: they do not fly, each fades into the next. */
  readonly stillView: View | null = $derived(this.#viewOf({ reducedMotion: true }));

  /**
   * The view on the way to the next step, far enough along that everything new is in it. To ask for it early fills
   * the caches, so that the scroll does not wait for that step's labels and flight.
   */
  get ahead(): View | null {
    return this.#viewOf({ reducedMotion: !this.#flies }, this.#nearest() + 0.75);
  }

  /** The view on the screen: while exploring, under the reader's own camera. */
  readonly seen: View | null = $derived.by(() =>
    this.#camera === null ? this.view : this.#viewOf({ camera: this.#camera }, this.stepIndex)
  );

  #onMap: readonly StoryEvent[] = [];

  /** The events on the map, without those that have almost faded. The list is the same object until its events change. */
  readonly onMap: readonly StoryEvent[] = $derived.by(() => {
    const marks = this.seen === null ? [] : marksOf(this.seen);
    const isThere = (mark: (typeof marks)[number]) =>
      mark.opacity > 0.1 && (!('drawn' in mark) || mark.drawn > 0);
    const events = marks.filter(isThere).map(({ event }) => event);
    if (!sameItems(events, this.#onMap)) this.#onMap = events;
    return this.#onMap;
  });

  /** The events of the present step at rest, and how many there are without the reader's filter. */
  readonly events: StepEvents = $derived.by(() => {
    if (!this.atOpening) return stepEvents(this.story, this.step, this.#certainties);
    const found = stepEvents(this.story, openingStep(this.story), this.#certainties);
    if (this.#overture === 1) return found;
    const shown = found.shown.filter(
      (event) => drawnInOverture(this.story, event, this.#overture) > 0
    );
    return { ...found, events: shown, shown };
  });

  /** The certainties on the map: all, unless the reader has filtered them. */
  get certainties(): CertaintyFilter {
    return this.#certainties;
  }

  set certainties(certainties: CertaintyFilter) {
    this.#certainties = certainties;
  }

  /** A step whose own events are hidden or being revealed; null for none. */
  get reveal(): Reveal | null {
    return this.#reveal;
  }

  set reveal(reveal: Reveal | null) {
    this.#reveal = reveal;
  }

  /** How much of the year the opening has drawn, 0 to 1. */
  get overture(): number {
    return this.#overture;
  }

  set overture(share: number) {
    this.#overture = share;
  }

  /** Whether the map has labels. */
  get names(): boolean {
    return this.#names;
  }

  set names(names: boolean) {
    this.#names = names;
  }

  /** The camera that replaces the story's: the reader's own while exploring, or one that is followed. */
  get camera(): Camera | null {
    return this.#camera;
  }

  get exploring(): boolean {
    return this.#exploring;
  }

  explore(): void {
    this.#exploring = true;
  }

  toggleExploring(): void {
    if (this.#exploring) this.stopExploring();
    else this.explore();
  }

  stopExploring(): void {
    this.#exploring = false;
    this.#camera = null;
  }

  /** The reader has moved the map by hand; ignored unless exploring. */
  moveCamera(camera: Camera): void {
    if (this.#exploring) this.#camera = camera;
  }

  /** Follows a camera that another window moves; null returns to the story's. Ends exploring. */
  followCamera(camera: Camera | null): void {
    this.#exploring = false;
    this.#camera = camera;
  }

  #nearest(): number {
    return Math.min(
      this.story.steps.length - 1,
      Math.max(openingPosition, Math.floor(this.#position + 0.5))
    );
  }

  #viewOf(options: ViewOptions, position = this.#position): View | null {
    if (this.#frame === null) return null;
    return viewAt(this.story, position, this.#frame, {
      certainties: this.#certainties,
      reveal: this.#reveal,
      names: this.#names,
      // Past the opening nothing follows it.
      overture: position < 0 ? this.#overture : 1,
      ...options
    });
  }
}
