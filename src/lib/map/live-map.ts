import {
  Map as MapLibreMap,
  prewarm,
  setWorkerCount,
  setWorkerUrl,
  type ErrorEvent,
  type MapSourceDataEvent,
  type TransformConstrainFunction
} from 'maplibre-gl';
import { nextTask } from '../startup/tasks.ts';
import type { Palette } from '../theme/palette.ts';
import type { Camera, LngLat } from '../story/story.ts';
import type { View } from '../view.ts';
import { BaseMap } from './base-map.ts';
import { cameraOf, easeTo, setGestures, zoomBy } from './explore.ts';
import { featureStates } from './feature-states.ts';
import { geographyTiles } from './geography-tiles.ts';
import { GpuQueue } from './gpu-queue.ts';
import { LazyArcs } from './lazy-arcs.ts';
import { watchPointer } from './pointer.ts';
import { fetchRelief } from './relief.ts';
import { sameMarks } from './same-marks.ts';
import { mapStyle, type TilesOf } from './style.ts';
import { workerAddress } from './worker-address.ts';

/**
 * Starts the map's worker, which begins with the world's file under a base address: it is cut into tiles by the time
 * that a map asks for them. Nothing happens where it has been started.
 */
export function startWorker(geoBase: string): void {
  // MapLibre 6 looks for its worker beside its own module, where a bundler has not put it.
  setWorkerUrl(workerAddress(geoBase));
  // More than one, as MapLibre would have in Safari, would each decode and cut the geography.
  setWorkerCount(1);
  prewarm();
}

/**
 * `loading` until the world has been drawn once; then `idle` when the last View is on the screen and nothing
 * is left to draw, else `moving`. `failed` without WebGL, without the world's file, or while the GPU has
 * taken a context away; of the last it recovers by itself.
 */
export type MapState = 'loading' | 'moving' | 'idle' | 'failed';

export interface LiveMapOptions {
  /** Positioned and sized by the page; the map fills it. */
  readonly container: HTMLElement;
  /** Where the geography's files lie, without a slash at the end: `/geo`. */
  readonly geoBase: string;
  readonly palette: Palette;
  readonly view: View;
  /** Device px per CSS px; default: the screen's, at most 2. */
  readonly pixelRatio?: number;
  onState(state: MapState, error?: Error): void;
  /** The event whose arc is hovered (told when it changes) or tapped (told each time); null for none. */
  onPick(eventId: string | null, how: 'hover' | 'tap'): void;
  /** Each move of the reader's own camera, only while exploring. */
  onCamera(camera: Camera): void;
}

export interface LiveMap {
  /**
   * Shows a View, drawn at once if there has been a first picture; a View equal to the last costs nothing. While
   * exploring, its camera is left aside.
   */
  setView(view: View): void;
  /** Whether the GPU is behind with an earlier frame: what is set now would only wait for that. */
  readonly isLate: boolean;
  setPalette(palette: Palette): void;
  /**
   * Gets ready for the arcs of a View that may be next, so that none waits when it comes; returns whether there is no
   * more to be got ready.
   */
  prepareArcs(view: Pick<View, 'arcs'>): boolean;
  /** Gives the camera to the reader, or takes it back to the last View's, within 400 ms. */
  setExploring(on: boolean): void;
  /** Call it when the container's size has changed, or how finely it is to be drawn (device px per CSS px). */
  resize(pixelRatio?: number): void;
  /** Zooms in by so many levels (out where negative); only while exploring. */
  zoomBy(levels: number): void;
  /** Where a place lies, px in the container. */
  project(lngLat: LngLat): [x: number, y: number];
  /** Releases both contexts and all listeners. */
  destroy(): void;
}

/**
 * A live map in a container, on a page that has the styles of `map-canvas.css`;
 * drawn coarse at first; the theatre's fine level, rivers, lakes and relief follow after the first idle, and deck.gl
 * with the first View that has arcs.
 *
 * @throws Error without WebGL or without the world's file, after telling `onState` of it; the container is
 *   left empty
 */
export async function createLiveMap(options: LiveMapOptions): Promise<LiveMap> {
  options.onState('loading');
  startWorker(options.geoBase);
  let map: GlMap | null = null;
  try {
    map = new GlMap(options);
    await map.worldCame;
    return map;
  } catch (cause) {
    map?.destroy();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    options.onState('failed', error);
    throw error;
  }
}

/** MapLibre tells which source an error is of, where it is of one. */
type SourceErrorEvent = ErrorEvent & { readonly sourceId?: string };

class GlMap implements LiveMap {
  /** Rejected where the world's file does not come. */
  readonly worldCame: Promise<void>;
  readonly #options: LiveMapOptions;
  readonly #tilesOf: TilesOf;
  readonly #map: MapLibreMap;
  readonly #base: BaseMap;
  readonly #queue: GpuQueue;
  readonly #stop = new AbortController();
  /** The map's worker has answered. */
  #answered = false;
  readonly #endWatch: () => void;
  #view: View;
  #palette: Palette;

  readonly #arcs: LazyArcs;

  /** The View's marks are to be drawn together with the map's next frame, so that both move as one. */
  #marksDue = true;
  /** MapLibre takes feature states only once its style is loaded. */
  #styled = false;
  #mapQuiet = false;
  /** A frame has been asked for that MapLibre has not drawn yet. */
  #frameDue = false;
  /** The reader has the camera, or it is on its way back. */
  #camera: 'story' | 'reader' | 'returning' = 'story';
  #drawnOnce = false;
  /** What came while the context was lost. */
  readonly #waiting: (() => void)[] = [];
  #lost = false;
  #state: MapState = 'loading';
  #destroyed = false;

  constructor(options: LiveMapOptions) {
    this.#options = options;
    this.#view = options.view;
    this.#palette = options.palette;
    const pixelRatio = options.pixelRatio ?? Math.min(devicePixelRatio, 2);
    const { center, zoom, bearing, pitch } = options.view.camera;
    const base = new URL(options.geoBase, document.baseURI).href;
    this.#tilesOf = (part) => geographyTiles(part, base);
    this.#map = new MapLibreMap({
      container: options.container,
      style: mapStyle(options.palette, this.#tilesOf),
      // A part's finest tiles are drawn larger, not cut anew.
      zoomLevelsToOverscale: maxZoom,
      maxZoom,
      validateStyle: false,
      center: [center[0], center[1]],
      zoom,
      bearing,
      pitch,
      minZoom: 0,
      maxPitch: 60,
      pixelRatio,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      fadeDuration: 0,
      // The View's camera is the truth; MapLibre would move it away from the world's upper and lower edge.
      transformConstrain: asGiven
    });
    this.#base = new BaseMap(this.#map, options.palette, pixelRatio);
    this.#queue = new GpuQueue(this.#map.getCanvas().getContext('webgl2')!);
    this.#arcs = new LazyArcs(options.palette, {
      map: this.#map,
      pixelRatio,
      onChange: (error) => this.#report(error)
    });
    setGestures(this.#map, false);
    this.worldCame = this.#worldComes().finally(() => (this.#answered = true));
    this.#listen();
    this.#endWatch = watchPointer(options.container, {
      at: (point) => this.#arcs.eventAt(point),
      onPick: options.onPick
    });
    this.#base.setCamera(options.view.camera);
    this.#map.once('style.load', () => {
      this.#styled = true;
      this.#base.addHatch();
      this.#base.setPalette(this.#palette);
      this.#base.setStates(featureStates(this.#view));
    });
  }

  setView(view: View): void {
    const before = this.#view;
    this.#view = view;
    if (this.#lost || this.#destroyed) return;
    if (this.#camera === 'returning') this.#arrive();
    const moved = this.#camera === 'story' && this.#base.setCamera(view.camera);
    const tinted = this.#styled && this.#base.setStates(featureStates(view));
    if (!sameMarks(before, view)) this.#marksDue = true;
    if (moved || tinted) {
      this.#repaint();
      if (this.#drawnOnce) this.#map.redraw();
    } else if (this.#marksDue) this.#showMarks();
    this.#report();
  }

  get isLate(): boolean {
    return this.#queue.isLate;
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    if (this.#lost || !this.#styled) return;
    this.#base.setPalette(palette);
    this.#marksDue = true;
    this.#repaint();
    this.#report();
  }

  prepareArcs(view: Pick<View, 'arcs'>): boolean {
    return this.#arcs.prepare(view);
  }

  setExploring(on: boolean): void {
    if (on === (this.#camera === 'reader')) return;
    if (this.#lost) {
      // Nothing moves now; the story's camera is set when the context is back.
      if (!on) {
        this.#camera = 'story';
        setGestures(this.#map, false);
      }
      return;
    }
    if (on) {
      if (this.#camera === 'returning') this.#arrive();
      this.#camera = 'reader';
      this.#map.setTransformConstrain(null);
      setGestures(this.#map, true);
      return;
    }
    setGestures(this.#map, false);
    this.#map.stop();
    this.#map.setTransformConstrain(asGiven);
    this.#camera = 'returning';
    easeTo(this.#map, this.#view.camera);
    this.#report();
  }

  resize(pixelRatio = this.#map.getPixelRatio()): void {
    if (this.#lost) return;
    if (pixelRatio === this.#map.getPixelRatio()) this.#map.resize();
    else {
      this.#map.setPixelRatio(pixelRatio);
      this.#arcs.setPixelRatio(pixelRatio);
    }
    this.#repaint();
    this.#report();
  }

  zoomBy(levels: number): void {
    if (this.#camera === 'reader' && !this.#lost) zoomBy(this.#map, levels);
  }

  project([lng, lat]: LngLat): [x: number, y: number] {
    const { x, y } = this.#map.project([lng, lat]);
    return [x, y];
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#stop.abort();
    this.#endWatch();
    this.#arcs.finalize();
    // Removed before its workers have come, MapLibre 6.17 sends them a message all the same, and throws.
    if (this.#answered) this.#map.remove();
    else void this.worldCame.catch(() => {}).then(() => this.#map.remove());
  }

  #listen(): void {
    const map = this.#map;
    map.on('load', () => markOnce('map-load'));
    map.on('dataloading', () => this.#unquiet());
    map.on('movestart', () => this.#unquiet());
    map.on('move', () => {
      if (this.#camera === 'reader') this.#options.onCamera(cameraOf(map));
    });
    map.on('moveend', () => {
      if (this.#camera === 'returning') this.#arrive();
    });
    map.on('render', () => {
      if (this.#lost) return;
      this.#frameDue = false;
      this.#queue.add();
      if (this.#base.settleLevel()) this.#repaint();
      if (this.#marksDue) this.#showMarks();
    });
    map.on('idle', () => {
      // MapLibre does not see what a `render` listener has just asked for.
      if (this.#lost || this.#frameDue) return;
      this.#mapQuiet = true;
      if (!this.#drawnOnce) {
        this.#drawnOnce = true;
        void nextTask().then(() => this.#loadRest());
      }
      this.#report();
    });
    map.on('webglcontextlost', () => {
      this.#lost = true;
      this.#queue.clear();
      this.#report(new Error('the map’s WebGL context is lost'));
    });
    map.on('webglcontextrestored', () => {
      map.once('style.load', () => {
        this.#lost = false;
        this.#base.restore();
        this.#base.forgetCamera();
        this.#base.setPalette(this.#palette);
        for (const draw of this.#waiting.splice(0)) draw();
        // A style keeps its data over a loss, but not a picture it was handed.
        if (this.#drawnOnce) void this.#loadRelief();
        this.#marksDue = true;
        this.setView(this.#view);
        this.#repaint();
      });
    });
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId === 'fine' && tile?.state === 'loaded') this.#base.fineCame();
    });
    map.on('error', ({ error, sourceId }: SourceErrorEvent) => {
      if (sourceId === 'fine') this.#base.fineFailed();
      console.warn(error);
    });
  }

  /** What is not needed for the first picture. */
  async #loadRest(): Promise<void> {
    if (this.#destroyed) return;
    this.#onceThere(() => this.#base.addLaterParts(this.#tilesOf));
    await this.#loadRelief();
    this.#report();
  }

  #loadRelief(): Promise<void> {
    return this.#add(fetchRelief(this.#options.geoBase, this.#stop.signal), (relief) =>
      this.#base.setRelief(relief)
    );
  }

  /** Resolves with the first tile of the world, and is rejected with the first that does not come. */
  #worldComes(): Promise<void> {
    return new Promise((resolve, reject) => {
      const came = ({ sourceId, tile }: MapSourceDataEvent) => {
        if (sourceId === 'coarse' && tile?.state === 'loaded') end(resolve);
      };
      const failed = ({ error, sourceId }: SourceErrorEvent) => {
        if (sourceId === 'coarse') end(() => reject(error));
      };
      const end = (tell: () => void) => {
        this.#map.off('sourcedata', came);
        this.#map.off('error', failed);
        tell();
      };
      this.#map.on('sourcedata', came);
      this.#map.on('error', failed);
    });
  }

  /** Draws what comes; where it does not come the map stays as it is. */
  async #add<Value>(coming: Promise<Value>, draw: (value: Value) => void): Promise<void> {
    try {
      const value = await coming;
      if (!this.#destroyed) this.#onceThere(() => draw(value));
    } catch (error) {
      if (!this.#destroyed) console.warn(error);
    }
  }

  /** Draws now, or once a lost context is back. */
  #onceThere(draw: () => void): void {
    if (this.#lost) this.#waiting.push(draw);
    else draw();
  }

  #showMarks(): void {
    this.#marksDue = false;
    this.#arcs.show(this.#view, this.#palette);
  }

  /** The way back has ended, or is cut short: the camera is the story's again, exactly. */
  #arrive(): void {
    this.#camera = 'story';
    this.#map.stop();
    this.#base.forgetCamera();
    this.#base.setCamera(this.#view.camera);
    this.#marksDue = true;
    this.#repaint();
  }

  #unquiet(): void {
    this.#mapQuiet = false;
    this.#report();
  }

  #repaint(): void {
    if (this.#destroyed || this.#lost) return;
    this.#mapQuiet = false;
    this.#frameDue = true;
    this.#map.triggerRepaint();
  }

  #report(error?: Error): void {
    if (this.#destroyed) return;
    const state = this.#stateNow();
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'idle') markOnce('map-idle');
    this.#options.onState(state, error);
  }

  #stateNow(): MapState {
    if (this.#lost || this.#arcs.lost) return 'failed';
    if (!this.#drawnOnce) return 'loading';
    const marked = !this.#marksDue && this.#arcs.drawn;
    const settled =
      this.#base.levelSettled && !this.#base.fineAwaited && this.#camera !== 'returning';
    return this.#mapQuiet && marked && settled ? 'idle' : 'moving';
  }
}

/** MapLibre's own; nothing of a story asks for so much. */
const maxZoom = 22;

const asGiven: TransformConstrainFunction = (center, zoom) => ({ center, zoom });

function markOnce(name: string): void {
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}
