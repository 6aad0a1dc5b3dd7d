import { geoFiles } from '$lib/map/geo-files.ts';
import type { LiveMap, LiveMapOptions, MapState } from '$lib/map/live-map.ts';
import type { View } from '$lib/view.ts';

export interface StageMapOptions extends Pick<LiveMapOptions, 'geoBase' | 'onPick' | 'onCamera'> {
  readonly palette: () => LiveMapOptions['palette'];
  /** Null until the stage has been measured. */
  readonly view: () => View | null;
  readonly exploring: () => boolean;
}

/** The live map of a stage: loaded once the text has been painted, and kept at what its getters say. */
export class StageMap {
  readonly #options: StageMapOptions;
  #state = $state<MapState | 'static'>('static');
  #map = $state.raw<LiveMap | null>(null);

  constructor(options: StageMapOptions) {
    this.#options = options;
    $effect(() => {
      const view = options.view();
      if (view !== null) this.#map?.setView(view);
    });
    $effect(() => this.#map?.setPalette(options.palette()));
    $effect(() => this.#map?.setExploring(options.exploring()));
    const size = $derived.by(() => {
      const frame = options.view()?.frame;
      return frame ? `${frame.width} ${frame.height}` : null;
    });
    $effect(() => {
      if (size !== null) this.#map?.resize();
    });
  }

  /** `static` until the page's script has run; then the live map's own. */
  get state(): MapState | 'static' {
    return this.#state;
  }

  /** An attachment: puts the map into an element. */
  readonly attach = (container: HTMLElement): (() => void) => {
    const gone = new AbortController();
    this.#state = 'loading';
    const stopWaiting = afterPaint(() => void this.#load(container, gone.signal));
    return () => {
      gone.abort();
      stopWaiting();
      this.#map = null;
    };
  };

  async #load(container: HTMLElement, gone: AbortSignal): Promise<void> {
    const { palette, view, geoBase, onPick, onCamera } = this.#options;
    try {
      preload(`${geoBase}/${geoFiles.coarse}`);
      const { createLiveMap } = await import('$lib/map/live-map.ts');
      const first = view();
      if (gone.aborted || first === null) return;
      const map = await createLiveMap({
        container,
        geoBase,
        palette: palette(),
        view: first,
        onPick,
        onCamera,
        onState: (state, error) => {
          this.#state = state;
          if (error) console.warn(`The map cannot be drawn: ${error.message}`);
        }
      });
      gone.addEventListener('abort', () => map.destroy());
      if (gone.aborted) map.destroy();
      else this.#map = map;
    } catch (error) {
      this.#state = 'failed';
      console.warn('The map could not be loaded:', error);
    }
  }
}

/** Has a file fetched that the map's code, which is still on its way, will ask for. */
function preload(href: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href });
  document.head.append(link);
}

/** Calls back once the page's text has been painted; returns what calls it off. */
function afterPaint(callback: () => void): () => void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    callback();
  });
  observer.observe({ type: 'paint', buffered: true });
  return () => observer.disconnect();
}
