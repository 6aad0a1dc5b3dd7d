import { Map as MapLibreMap, prewarm, setWorkerCount, setWorkerUrl } from 'maplibre-gl';
import { nextTask } from '../startup/tasks.ts';
import type { BorderForm } from '../geometry/border-forms.ts';
import type { Palette } from '../theme/palette.ts';
import type { Camera, LngLat } from '../story/story.ts';
import type { View, ViewShape } from '../view.ts';
import { BaseMap } from './base-map.ts';
import { CameraControl, unconstrained } from './camera-control.ts';
import { featureStates } from './feature-states.ts';
import type { GroundFiles } from './geo-files.ts';
import { geographyTiles } from './geography-tiles.ts';
import { GpuQueue } from './gpu-queue.ts';
import { LaterGeography } from './later-geography.ts';
import { LazyArcs } from './lazy-arcs.ts';
import { watchPointer } from './pointer.ts';
import { sameArcs } from './same-arcs.ts';
import { ShapeLayers } from './shape-layers.ts';
import { mapStyle, type TilesOf } from './style.ts';
import { workerAddress } from './worker-address.ts';
import { worldLoaded, type SourceErrorEvent } from './world-loaded.ts';

/**
 * Starts the map's worker, which begins with the world's file under a base address: it is cut into tiles by the time
 * that a map asks for them. Nothing happens where it has been started.
 */
export function startWorker(geoBase: string): void {
  // MapLibre 6 looks for its worker beside its own module, where a bundler has not put it. This can go when Vite finds
  // the worker by itself: https://maplibre.org/maplibre-gl-js/docs/API/functions/setWorkerUrl/
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
  readonly ground: GroundFiles;
  /** The groups whose outlines a View may have, by id, with the codes of their land. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The areas and lines that the story draws otherwise than the map's policy has them. */
  readonly borders: readonly BorderForm[];
  readonly palette: Palette;
  readonly view: View;
  /** What the story's layers show, whichever of it a View has. */
  readonly shapes: readonly ViewShape['event'][];
  /** Device px per CSS px; default: the screen's, at most 2. */
  readonly pixelRatio?: number;
  onState(state: MapState, error?: Error): void;
  /** The event whose arc is hovered (called when it changes) or tapped (called each time); null for none. */
  onPick(eventId: string | null, how: 'hover' | 'tap'): void;
  /** The code that draws arcs has not come, or cannot draw: the map stays without them. */
  onLinesLost(): void;
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
  /** Fetches the pictures of a View that may be next. */
  preparePictures(view: Pick<View, 'shapes'>): void;
  /** Gives the camera to the reader, or takes it back to the last View's, within `durations.fade`. */
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
 * drawn coarse at first; the ground's fine level, rivers, lakes and relief follow after the first idle, and deck.gl
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
    await map.worldLoaded;
    return map;
  } catch (cause) {
    map?.destroy();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    options.onState('failed', error);
    throw error;
  }
}

class GlMap implements LiveMap {
  /** Rejected where the world's file cannot be loaded. */
  readonly worldLoaded: Promise<void>;
  readonly #options: LiveMapOptions;
  readonly #map: MapLibreMap;
  readonly #base: BaseMap;
  readonly #later: LaterGeography;
  readonly #tilesOf: TilesOf;
  readonly #arcs: LazyArcs;
  readonly #shapes: ShapeLayers;
  readonly #camera: CameraControl;
  readonly #gpuQueue: GpuQueue;
  readonly #onGlobe: boolean;
  readonly #stopPointer: () => void;
  #view: View;
  #palette: Palette;
  /** The map's worker has answered, with the world or with an error. */
  #workerAnswered = false;
  /** MapLibre takes feature states only once its style is loaded. */
  #styleLoaded = false;
  /** The View's arcs have changed: they are drawn with the map's next frame, so that both move as one. */
  #arcsDirty = true;
  /** MapLibre has nothing left to draw. */
  #mapIdle = false;
  /** A repaint has been asked for that MapLibre has not made yet. */
  #repaintPending = false;
  #hasBeenIdle = false;
  #contextLost = false;
  #state: MapState = 'loading';
  #destroyed = false;

  constructor(options: LiveMapOptions) {
    this.#options = options;
    this.#view = options.view;
    this.#palette = options.palette;
    this.#onGlobe = options.view.camera.projection === 'globe';
    const pixelRatio = options.pixelRatio ?? Math.min(devicePixelRatio, 2);
    const geoBase = new URL(options.geoBase, document.baseURI).href;
    const fine = new URL(options.ground.fine, document.baseURI).href;
    const { borders } = options;
    const tilesOf: TilesOf = (part) =>
      geographyTiles(part, { base: geoBase, fine, groups: options.groups, borders });
    this.#tilesOf = tilesOf;
    this.#map = makeMap(options, tilesOf, pixelRatio);
    this.#base = new BaseMap(this.#map, options.palette, pixelRatio, this.#onGlobe);
    this.#later = new LaterGeography(this.#base, options.ground.relief, tilesOf);
    this.#gpuQueue = new GpuQueue(this.#map.getCanvas().getContext('webgl2')!);
    this.#arcs = new LazyArcs(options.palette, options.view, {
      map: this.#map,
      pixelRatio,
      onGlobe: this.#onGlobe,
      onChange: (error) => this.#report(error),
      onFail: () => options.onLinesLost()
    });
    this.#shapes = new ShapeLayers(this.#map, options.shapes, options.palette, pixelRatio);
    this.worldLoaded = worldLoaded(this.#map).finally(() => (this.#workerAnswered = true));
    this.#camera = new CameraControl({
      map: this.#map,
      base: this.#base,
      camera: options.view.camera,
      onMove: options.onCamera,
      onReturn: () => {
        this.#arcsDirty = true;
        this.#repaint();
      }
    });
    this.#stopPointer = watchPointer(options.container, {
      at: (point) => this.#arcs.eventAt(point) ?? this.#shapes.eventAt(point),
      onPick: options.onPick
    });
    this.#followFrames();
    this.#followData();
    this.#followContext();
  }

  setView(view: View): void {
    const before = this.#view;
    this.#view = view;
    if (this.#contextLost || this.#destroyed) return;
    if (this.#onGlobe && view.frame !== before.frame) this.#map.setPadding(view.frame.padding);
    const moved = this.#camera.follow(view.camera);
    const tinted = this.#styleLoaded && this.#base.setStates(featureStates(view));
    const shaped = this.#shapes.show(view.shapes);
    if (!sameArcs(before.arcs, view.arcs)) this.#arcsDirty = true;
    if (moved || tinted || shaped) {
      this.#repaint();
      if (this.#hasBeenIdle) this.#map.redraw();
    } else if (this.#arcsDirty) this.#showArcs();
    this.#report();
  }

  get isLate(): boolean {
    return this.#gpuQueue.isLate;
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    if (this.#contextLost || !this.#styleLoaded) return;
    this.#base.setPalette(palette);
    this.#shapes.setPalette(palette);
    this.#arcsDirty = true;
    this.#repaint();
    this.#report();
  }

  prepareArcs(view: Pick<View, 'arcs'>): boolean {
    return this.#arcs.prepare(view);
  }

  preparePictures({ shapes }: Pick<View, 'shapes'>): void {
    this.#shapes.prepare(shapes);
  }

  setExploring(on: boolean): void {
    if (on && this.#contextLost) return;
    if (on) {
      const { width, height } = this.#view.frame;
      // Farther out there would be more than one world.
      if (!this.#onGlobe)
        this.#map.setMinZoom(Math.max(0, Math.log2(Math.max(width, height) / 512)));
      this.#camera.explore();
    }
    // Nothing moves without a context: the story's camera is set when it is back.
    else this.#camera.returnToStory({ atOnce: this.#contextLost });
    this.#report();
  }

  resize(pixelRatio = this.#map.getPixelRatio()): void {
    if (this.#contextLost) return;
    if (pixelRatio === this.#map.getPixelRatio()) this.#map.resize();
    else {
      this.#map.setPixelRatio(pixelRatio);
      this.#arcs.setPixelRatio(pixelRatio);
    }
    this.#repaint();
    this.#report();
  }

  zoomBy(levels: number): void {
    if (!this.#contextLost) this.#camera.zoomBy(levels);
  }

  project([lng, lat]: LngLat): [x: number, y: number] {
    const { x, y } = this.#map.project([lng, lat]);
    return [x, y];
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#later.cancel();
    this.#stopPointer();
    this.#arcs.finalize();
    // Removed before its worker has answered, MapLibre 6.17 throws when the answer comes (maplibre/maplibre-gl-js#7366).
    // This can go when that is fixed.
    if (this.#workerAnswered) this.#map.remove();
    else void this.worldLoaded.catch(() => {}).then(() => this.#map.remove());
  }

  /** Frames: what is drawn with each, and when there is nothing left to draw. */
  #followFrames(): void {
    const map = this.#map;
    map.on('load', () => markOnce('map-load'));
    map.on('dataloading', () => this.#busy());
    map.on('movestart', () => this.#busy());
    // On a globe deck.gl is told where the arcs are on the screen.
    if (this.#onGlobe) map.on('move', () => (this.#arcsDirty = true));
    map.on('render', () => {
      if (this.#contextLost) return;
      this.#repaintPending = false;
      this.#gpuQueue.add();
      if (this.#base.settleLevel()) this.#repaint();
      if (this.#arcsDirty) this.#showArcs();
    });
    map.on('idle', () => {
      // MapLibre does not see what a `render` listener has just asked for.
      if (this.#contextLost || this.#repaintPending) return;
      this.#mapIdle = true;
      if (!this.#hasBeenIdle) {
        this.#hasBeenIdle = true;
        void this.#complete(nextTask().then(() => this.#later.load()));
      }
      this.#report();
    });
  }

  /** The page has a mark `map-complete` once all of the geography has loaded or failed; it is then drawn once more. */
  async #complete(loading: Promise<void>): Promise<void> {
    performance.clearMarks('map-complete');
    await loading;
    markOnce('map-complete');
    this.#repaint();
    this.#report();
  }

  /** The style and the geography's tiles, as they load. */
  #followData(): void {
    const map = this.#map;
    map.once('style.load', () => {
      this.#styleLoaded = true;
      if (this.#onGlobe) this.#startGlobe();
      this.#base.addHatch();
      this.#base.setPalette(this.#palette);
      this.#base.setStates(featureStates(this.#view));
      this.#shapes.setPalette(this.#palette);
      this.#shapes.show(this.#view.shapes);
      this.#shapes.add();
    });
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId === 'fine' && tile?.state === 'loaded') this.#base.fineLoaded();
    });
    map.on('error', ({ error, sourceId }: SourceErrorEvent) => {
      if (sourceId === 'fine') this.#base.fineFailed();
      console.warn(error);
    });
  }

  /** The GPU may take the map's context away, and give it back. */
  #followContext(): void {
    const map = this.#map;
    map.on('webglcontextlost', () => {
      this.#contextLost = true;
      this.#gpuQueue.clear();
      this.#later.pause();
      this.#report(new Error('the map’s WebGL context is lost'));
    });
    map.on('webglcontextrestored', () => {
      // MapLibre gives no style back that was still on its way when the context was lost (`Style.serialize`, 6.17).
      if ((map.style as unknown) === null) this.#base.setStyle(this.#tilesOf);
      map.once('style.load', () => {
        this.#contextLost = false;
        if (this.#onGlobe) this.#startGlobe();
        this.#base.restore();
        this.#base.forgetCamera();
        this.#base.setPalette(this.#palette);
        this.#shapes.add();
        this.#later.resume();
        // A style keeps its data over a loss, but not a picture that it was handed.
        if (this.#hasBeenIdle) void this.#complete(this.#later.loadRelief());
        this.#arcsDirty = true;
        this.setView(this.#view);
        this.#repaint();
      });
    });
  }

  #startGlobe(): void {
    this.#base.startGlobe(this.#view.camera, this.#view.frame);
  }

  #showArcs(): void {
    this.#arcsDirty = false;
    this.#arcs.show(this.#view, this.#palette);
  }

  #busy(): void {
    this.#mapIdle = false;
    this.#report();
  }

  #repaint(): void {
    if (this.#destroyed || this.#contextLost) return;
    this.#mapIdle = false;
    this.#repaintPending = true;
    this.#map.triggerRepaint();
  }

  #report(error?: Error): void {
    if (this.#destroyed) return;
    const state = this.#currentState();
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'idle') markOnce('map-idle');
    this.#options.onState(state, error);
  }

  #currentState(): MapState {
    if (this.#contextLost || this.#arcs.lost) return 'failed';
    if (!this.#hasBeenIdle) return 'loading';
    const arcsDrawn = !this.#arcsDirty && this.#arcs.drawn;
    const settled = this.#base.levelSettled && !this.#base.fineAwaited && !this.#camera.returning;
    return this.#mapIdle && arcsDrawn && settled ? 'idle' : 'moving';
  }
}

/** MapLibre's own greatest zoom; nothing of a story asks for so much. */
const maxZoom = 22;
/** On a globe, beyond this MapLibre's numbers are too coarse. */
const maxGlobeZoom = 9;

function makeMap(
  { container, palette, view }: LiveMapOptions,
  tilesOf: TilesOf,
  pixelRatio: number
): MapLibreMap {
  const { center, zoom, bearing, pitch, projection } = view.camera;
  const onGlobe = projection === 'globe';
  return new MapLibreMap({
    container,
    style: mapStyle(palette, tilesOf, onGlobe),
    // A part's finest tiles are drawn larger, not cut anew.
    zoomLevelsToOverscale: maxZoom,
    maxZoom: onGlobe ? maxGlobeZoom : maxZoom,
    validateStyle: false,
    ...(!onGlobe && { center: [center[0], center[1]], zoom, bearing, pitch }),
    minZoom: onGlobe ? -2 : 0,
    maxPitch: onGlobe ? 0 : 60,
    pixelRatio,
    interactive: false,
    attributionControl: false,
    trackResize: false,
    fadeDuration: 0,
    transformConstrain: unconstrained
  });
}

function markOnce(name: string): void {
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}
