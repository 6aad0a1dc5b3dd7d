import { untrack } from 'svelte';
import type { LiveMap, LiveMapOptions, MapState } from '$lib/map/live-map.ts';
import { whenVisible } from '$lib/startup/tasks.ts';
import type { View } from '$lib/view.ts';
import { whyStill, type StillReason } from './why-still.ts';

export interface StageMapOptions extends Pick<LiveMapOptions, 'geoBase' | 'onPick' | 'onCamera'> {
  readonly ground: () => LiveMapOptions['ground'];
  readonly shapes: () => LiveMapOptions['shapes'];
  readonly groups: () => LiveMapOptions['groups'];
  readonly borders: () => LiveMapOptions['borders'];
  readonly palette: () => LiveMapOptions['palette'];
  /** What is to be seen; null until the stage has been measured. */
  readonly view: () => View | null;
  /** What is seen on the way to the next step; null until the stage has been measured. */
  readonly ahead: () => View | null;
  readonly exploring: () => boolean;
  /** Device px per CSS px of the map's layout. */
  readonly pixelRatio: () => number;
}

/** What the page had to do without: a file of it did not come. */
export type LostPart = 'map' | 'lines';

/**
 * The live map of a stage: loaded once the text has been painted, unless there is a reason to keep to pictures,
 * and kept at what its getters say.
 */
export class StageMap {
  readonly #options: StageMapOptions;
  #state = $state<MapState | 'static'>('static');
  #stillBecause = $state<StillReason | null>(null);
  /** The map has had nothing left to draw; since then there has been no fault. */
  #drawn = $state(false);
  /** The picture that stood for it has gone. */
  #uncovered = $state(false);
  #lost = $state<LostPart | null>(null);
  #container: HTMLElement | null = null;
  #gone = new AbortController();
  #map = $state.raw<LiveMap | null>(null);
  #shown = $state.raw<View | null>(null);
  /** The map's turn to follow is to come. */
  #turnDue = false;
  /** The stage has been measured, so that there is a View. */
  readonly #measured: Promise<void>;

  constructor(options: StageMapOptions) {
    this.#options = options;
    let explored = false;
    this.#measured = new Promise((resolve) => {
      $effect(() => {
        const view = options.view();
        if (view !== null) resolve();
        const exploring = options.exploring();
        const sameFrame = view?.frame === untrack(() => this.#shown)?.frame;
        // A new size, and the reader's own hand, are followed at once.
        if (this.#map !== null && sameFrame && !exploring && !explored) this.#turnSoon();
        else this.#show(view);
        explored = exploring;
      });
    });
    let prepared = false;
    $effect(() => {
      if (prepared || this.state !== 'idle') return;
      const ahead = options.ahead();
      if (ahead !== null) prepared = this.#map?.prepareArcs(ahead) ?? false;
    });
    $effect(() => {
      if (this.state !== 'idle' || !options.shapes().some(({ geometry }) => geometry.picture))
        return;
      const ahead = options.ahead();
      if (ahead !== null) this.#map?.preparePictures(ahead);
    });
    $effect(() => this.#map?.setPalette(options.palette()));
    $effect(() => this.#map?.setExploring(options.exploring()));
    const size = $derived.by(() => {
      const frame = options.view()?.frame;
      return frame ? `${frame.width} ${frame.height}` : null;
    });
    $effect(() => {
      if (size !== null) this.#map?.resize(options.pixelRatio());
    });
  }

  /**
   * `static` until the page's script has run and wherever the map stays a picture; then the live map's own, with
   * `idle` only once the picture before it has gone.
   */
  get state(): MapState | 'static' {
    return this.#state === 'idle' && (!this.#uncovered || this.#waits) ? 'moving' : this.#state;
  }

  /**
   * What the stage shows. The map, and with it all that stands on it, follows what is to be seen in a task of its own:
   * the text's frame does not wait for it. While the GPU is behind with an earlier frame the map comes less often.
   */
  get shown(): View | null {
    return this.#shown;
  }

  #turnSoon(): void {
    if (this.#turnDue) return;
    this.#turnDue = true;
    // No promise's reaction, as `nextTask` would make it: the browser's figures do not count those as script.
    setTimeout(() => this.#turn());
  }

  #turn(): void {
    this.#turnDue = false;
    if (this.#map === null || !this.#waits) return;
    if (this.#map.isLate) requestAnimationFrame(() => this.#turnSoon());
    else this.#show(this.#options.view());
  }

  /** The map draws before the page is written to: it asks for its size, for which the page would be laid out. */
  #show(view: View | null): void {
    if (view !== null) this.#map?.setView(view);
    this.#shown = view;
  }

  get #waits(): boolean {
    return this.shown !== this.#options.view();
  }

  /** What did not load; null where nothing is missing. */
  get lost(): LostPart | null {
    return this.#lost;
  }

  /** Whether a picture is to be seen in the map's place: until it has been drawn, or because it is not. */
  get pictured(): boolean {
    return !this.#drawn;
  }

  /** Whether no live map is on its way: the picture stands for good, unless the reader asks for the map. */
  get still(): boolean {
    return this.#state === 'failed' || (this.#state === 'static' && this.#stillBecause !== null);
  }

  /** Whether the reader may ask for the map. */
  get loadable(): boolean {
    return (
      this.#state === 'static' && this.#stillBecause !== null && this.#stillBecause !== 'no-webgl'
    );
  }

  /** The picture before the drawn map has gone. */
  uncover(): void {
    this.#uncovered = this.#drawn;
  }

  /** An attachment: puts the map into an element. */
  readonly attach = (container: HTMLElement): (() => void) => {
    const gone = new AbortController();
    this.#container = container;
    this.#gone = gone;
    this.#stillBecause = whyStill();
    if (this.#stillBecause === null) this.#loadWhenVisible();
    return () => {
      gone.abort();
      this.#container = null;
      this.#map = null;
    };
  };

  /** Loads the map although it was to stay a picture: the reader has asked for it. */
  load(): void {
    if (!this.loadable || this.#container === null) return;
    this.#state = 'loading';
    void this.#load(this.#container, this.#gone.signal);
  }

  #loadWhenVisible(): void {
    this.#state = 'loading';
    const [container, { signal }] = [this.#container!, this.#gone];
    const cancel = whenVisible(container, () => void this.#load(container, signal));
    signal.addEventListener('abort', cancel);
  }

  async #load(container: HTMLElement, gone: AbortSignal): Promise<void> {
    const {
      palette,
      view,
      geoBase,
      ground,
      groups,
      borders,
      shapes,
      pixelRatio,
      onPick,
      onCamera
    } = this.#options;
    try {
      const { createLiveMap } = await import('$lib/map/live-map.ts');
      await this.#measured;
      const first = view();
      if (gone.aborted || first === null) return;
      const map = await createLiveMap({
        container,
        geoBase,
        ground: ground(),
        shapes: shapes(),
        groups: groups(),
        borders: borders(),
        palette: palette(),
        pixelRatio: pixelRatio(),
        view: first,
        onPick,
        onCamera,
        onLinesLost: () => (this.#lost = 'lines'),
        onState: (state, error) => {
          this.#tell(state);
          if (error) console.warn(`The map cannot be drawn: ${error.message}`);
        }
      });
      gone.addEventListener('abort', () => map.destroy());
      if (gone.aborted) {
        map.destroy();
        return;
      }
      this.#map = map;
      // The reader may have moved on while it was loading.
      this.#show(view());
    } catch (error) {
      this.#lost = 'map';
      this.#tell('failed');
      console.warn('The map could not be loaded:', error);
    }
  }

  #tell(state: MapState): void {
    this.#state = state;
    if (state === 'idle') this.#drawn = true;
    if (state === 'failed') this.#drawn = this.#uncovered = false;
  }
}
