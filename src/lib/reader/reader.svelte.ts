import { untrack } from 'svelte';
import type { Frame } from '../frame.ts';
import { sameItems } from '../cache.ts';
import { everyCertainty, type CertaintyFilter } from '../story/certainty-filter.ts';
import { stepEvents, type StepEvents } from '../story/step-events.ts';
import type { Camera, Step, Story, StoryEvent } from '../story/story.ts';
import { viewAt, type View, type ViewOptions, type Withheld } from '../view.ts';

/** A reader's state: where they are in the story, and what is therefore to be seen. */
export class Reader {
  readonly story: Story;
  readonly #reducedMotion: () => boolean;
  #position = $state(0);
  #frame = $state.raw<Frame | null>(null);
  #camera = $state.raw<Camera | null>(null);
  #exploring = $state(false);
  #certainties = $state.raw(everyCertainty);
  #withheld = $state.raw<Withheld | null>(null);
  #names = $state(true);

  /** @param reducedMotion whether flights are to be left out; what it reads is followed */
  constructor(story: Story, reducedMotion: () => boolean) {
    this.story = story;
    this.#reducedMotion = reducedMotion;
  }

  /** 4 is step 4 at rest, 4.25 a quarter of the way to step 5. */
  get position(): number {
    return this.#position;
  }

  /** Moving on ends exploring. Who sets the position does not come to depend on it. */
  set position(position: number) {
    if (position === untrack(() => this.#position)) return;
    this.#position = position;
    if (untrack(() => this.#exploring || this.#camera !== null)) this.stopExploring();
  }

  readonly stepIndex: number = $derived(this.#nearest());
  readonly step: Step = $derived.by(() => this.story.steps[this.stepIndex]!);

  /** The stage's size and covered edges; null until it has been measured. */
  get frame(): Frame | null {
    return this.#frame;
  }

  set frame(frame: Frame | null) {
    const before = untrack(() => this.#frame);
    if (JSON.stringify(frame) !== JSON.stringify(before)) this.#frame = frame;
  }

  /** Asked once, until it changes: who asks anew in each frame subscribes anew. */
  readonly #flies: boolean = $derived.by(() => !this.#reducedMotion());

  /** What is to be seen, by the position alone. */
  readonly view: View | null = $derived(this.#viewOf({ reducedMotion: !this.#flies }));

  /** What is to be seen where pictures stand for the map: they do not fly, each fades into the next. */
  readonly stillView: View | null = $derived(this.#viewOf({ reducedMotion: true }));

  /**
   * What is to be seen on the way to the next step, once all that comes with it has begun to come. What is costly of
   * that way is kept: asked for early, none of it holds up the scroll.
   */
  get ahead(): View | null {
    return this.#viewOf({ reducedMotion: !this.#flies }, this.stepIndex + 0.75);
  }

  /** What is to be seen now: while exploring, under the reader's own camera. */
  readonly seen: View | null = $derived.by(() =>
    this.#camera === null ? this.view : this.#viewOf({ camera: this.#camera }, this.stepIndex)
  );

  #onMap: readonly StoryEvent[] = [];

  /** The events on the map now; what is all but gone is left out. The list is another only when its events are. */
  readonly onMap: readonly StoryEvent[] = $derived.by(() => {
    const marks = this.seen === null ? [] : [...this.seen.arcs, ...this.seen.markers];
    const events = marks.flatMap(({ opacity, event }) => (opacity > 0.1 ? [event] : []));
    if (!sameItems(events, this.#onMap)) this.#onMap = events;
    return this.#onMap;
  });

  /** The events of the step that is read, at rest, and how many the reader has left out. */
  readonly events: StepEvents = $derived.by(() =>
    stepEvents(this.story, this.step, this.#certainties)
  );

  /** The certainties whose events are to be seen: all, unless the reader has narrowed them. */
  get certainties(): CertaintyFilter {
    return this.#certainties;
  }

  set certainties(certainties: CertaintyFilter) {
    this.#certainties = certainties;
  }

  /** A step whose own events are held back, and the share of them that has come; null for none. */
  get withheld(): Withheld | null {
    return this.#withheld;
  }

  set withheld(withheld: Withheld | null) {
    this.#withheld = withheld;
  }

  /** Whether names stand on the map. */
  get names(): boolean {
    return this.#names;
  }

  set names(names: boolean) {
    this.#names = names;
  }

  /** The camera that takes the place of the story's: the reader's own hand's, or one that is followed. */
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

  /** Looks through a camera that another hand moves; null gives the story's back. Ends exploring. */
  followCamera(camera: Camera | null): void {
    this.#exploring = false;
    this.#camera = camera;
  }

  #nearest(): number {
    return Math.min(this.story.steps.length - 1, Math.max(0, Math.floor(this.#position + 0.5)));
  }

  #viewOf(options: ViewOptions, position = this.#position): View | null {
    if (this.#frame === null) return null;
    return viewAt(this.story, position, this.#frame, {
      certainties: this.#certainties,
      withheld: this.#withheld,
      names: this.#names,
      ...options
    });
  }
}
