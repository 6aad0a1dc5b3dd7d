import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibreMap, setWorkerUrl, type TransformConstrainFunction } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Topology } from 'topojson-specification';
import type { Palette } from '../palette.ts';
import type { Camera, LngLat } from '../story/story.ts';
import type { View } from '../view.ts';
import { BaseMap } from './base-map.ts';
import { cameraOf, easeTo, setGestures, zoomBy } from './explore.ts';
import { featureStates } from './feature-states.ts';
import {
  coarseCollection,
  fetchJson,
  fineCollection,
  geoFiles,
  reliefFrom,
  waterCollection
} from './geo-sources.ts';
import type { MarksOverlay } from './marks-overlay.ts';
import { eventAt } from './pick.ts';
import { watchPointer } from './pointer.ts';
import { sameMarks } from './same-marks.ts';
import { fineFromZoom, mapStyle } from './style.ts';

// MapLibre 6 looks for its worker beside its own module, where a bundler has not put it.
setWorkerUrl(workerUrl);

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
  /** Shows a View; a View equal to the last costs nothing. While exploring, its camera is left aside. */
  setView(view: View): void;
  setPalette(palette: Palette): void;
  /** Gives the camera to the reader, or takes it back to the last View's, within 400 ms. */
  setExploring(on: boolean): void;
  /** Call it when the container's size has changed. */
  resize(): void;
  /** Zooms in by so many levels (out where negative); only while exploring. */
  zoomBy(levels: number): void;
  /** Where a place lies, px in the container. */
  project(lngLat: LngLat): [x: number, y: number];
  /** Releases both contexts and all listeners. */
  destroy(): void;
}

/**
 * A live map in a container, drawn coarse at first; the theatre's fine level, rivers, lakes and relief follow
 * after the first idle, and deck.gl with the first View that has marks.
 *
 * @throws Error without WebGL or without the world's file, after telling `onState` of it; the container is
 *   left empty
 */
export async function createLiveMap(options: LiveMapOptions): Promise<LiveMap> {
  options.onState('loading');
  const stop = new AbortController();
  try {
    const coarse = (await fetchJson(`${options.geoBase}/${geoFiles.coarse}`)) as Topology;
    return new GlMap(options, coarse, stop);
  } catch (cause) {
    stop.abort();
    const error = cause instanceof Error ? cause : new Error(String(cause));
    options.onState('failed', error);
    throw error;
  }
}

class GlMap implements LiveMap {
  readonly #options: LiveMapOptions;
  readonly #map: MapLibreMap;
  readonly #base: BaseMap;
  readonly #pixelRatio: number;
  readonly #stop: AbortController;
  readonly #endWatch: () => void;
  #coarse: Topology | null;
  #view: View;
  #palette: Palette;

  #overlay: MarksOverlay | 'absent' | 'coming' = 'absent';
  /** The marks on their way to the canvas are those of `#view`. */
  #marksDue = false;
  /** MapLibre takes feature states only once its style is loaded. */
  #styled = false;
  #mapQuiet = false;
  /** A frame has been asked for that MapLibre has not drawn yet. */
  #frameDue = false;
  /** The reader has the camera, or it is on its way back. */
  #camera: 'story' | 'reader' | 'returning' = 'story';
  #drawnOnce = false;
  #finePending = true;
  #lost = { map: false, overlay: false };
  #state: MapState = 'loading';
  #destroyed = false;

  constructor(options: LiveMapOptions, coarse: Topology, stop: AbortController) {
    this.#options = options;
    this.#view = options.view;
    this.#palette = options.palette;
    this.#coarse = coarse;
    this.#stop = stop;
    this.#pixelRatio = options.pixelRatio ?? Math.min(devicePixelRatio, 2);
    const { center, zoom, bearing, pitch } = options.view.camera;
    this.#map = new MapLibreMap({
      container: options.container,
      style: mapStyle(options.palette, coarseCollection(coarse)),
      center: [center[0], center[1]],
      zoom,
      bearing,
      pitch,
      minZoom: 0,
      maxPitch: 60,
      pixelRatio: this.#pixelRatio,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      fadeDuration: 0,
      // The View's camera is the truth; MapLibre would move it away from the world's upper and lower edge.
      transformConstrain: asGiven
    });
    this.#base = new BaseMap(this.#map, options.palette, this.#pixelRatio);
    // deck.gl's canvas would be reached with Tab; MapLibre's controls, among which it stands, are not used.
    const controls = options.container.querySelector<HTMLElement>('.maplibregl-control-container');
    if (controls) controls.inert = true;
    setGestures(this.#map, false);
    this.#listen();
    this.#endWatch = watchPointer(options.container, {
      at: (point) => this.#eventAt(point),
      onPick: options.onPick
    });
    this.#base.setCamera(options.view.camera);
    this.#map.once('style.load', () => {
      this.#styled = true;
      this.#base.addHatch();
      this.#base.setPalette(this.#palette);
      this.#base.setStates(featureStates(this.#view));
    });
    this.#wantMarks();
  }

  setView(view: View): void {
    const before = this.#view;
    this.#view = view;
    if (this.#lost.map || this.#destroyed) return;
    if (this.#camera === 'returning') this.#arrive();
    const moved = this.#camera === 'story' && this.#base.setCamera(view.camera);
    const tinted = this.#styled && this.#base.setStates(featureStates(view));
    if (!sameMarks(before, view)) this.#marksDue = true;
    this.#wantMarks();
    if (moved || tinted) this.#repaint();
    else if (this.#marksDue) this.#showMarks();
    this.#report();
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    if (this.#lost.map || !this.#styled) return;
    this.#base.setPalette(palette);
    this.#marksDue = true;
    this.#repaint();
    this.#report();
  }

  setExploring(on: boolean): void {
    if (on === (this.#camera === 'reader') || this.#lost.map) return;
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

  resize(): void {
    if (this.#lost.map) return;
    this.#map.resize();
    this.#repaint();
    this.#report();
  }

  zoomBy(levels: number): void {
    if (this.#camera === 'reader' && !this.#lost.map) zoomBy(this.#map, levels);
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
    if (typeof this.#overlay === 'object') this.#overlay.finalize();
    this.#map.remove();
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
      if (this.#lost.map) return;
      this.#frameDue = false;
      if (this.#base.settleLevel()) this.#repaint();
      if (this.#marksDue) this.#showMarks();
    });
    map.on('idle', () => {
      // MapLibre does not see what a `render` listener has just asked for.
      if (this.#lost.map || this.#frameDue) return;
      this.#mapQuiet = true;
      if (!this.#drawnOnce) {
        this.#drawnOnce = true;
        void this.#loadRest();
      }
      this.#report();
    });
    map.on('webglcontextlost', () => {
      this.#lost.map = true;
      this.#report(new Error('the map’s WebGL context is lost'));
    });
    map.on('webglcontextrestored', () => {
      map.once('style.load', () => {
        this.#lost.map = false;
        this.#base.restore();
        this.#base.forgetCamera();
        this.#base.setPalette(this.#palette);
        this.#marksDue = true;
        this.#repaint();
        this.setView(this.#view);
      });
    });
    map.on('error', ({ error }) => console.warn(error));
  }

  /** What is not needed for the first picture. A file that does not come leaves the map as it is. */
  async #loadRest(): Promise<void> {
    const base = this.#options.geoBase;
    const get = (file: string) => fetchJson(`${base}/${file}`, this.#stop.signal);
    const add = async (what: Promise<() => void>) => {
      try {
        const draw = await what;
        if (!this.#destroyed && !this.#lost.map) draw();
      } catch (error) {
        if (!this.#destroyed) console.warn(error);
      }
    };
    await Promise.all([
      add(
        get(geoFiles.fine).then((fine) => {
          const collection = fineCollection(fine as Topology, this.#coarse!);
          return () => this.#base.setFine(collection);
        })
      ).then(() => {
        this.#finePending = false;
        this.#coarse = null;
        this.#repaint();
      }),
      add(
        get(geoFiles.water).then((water) => () => {
          this.#base.setWater(waterCollection(water as Topology));
        })
      ),
      add(get(geoFiles.relief).then((json) => () => this.#base.setRelief(reliefFrom(json, base))))
    ]);
    this.#report();
  }

  /** Fetches deck.gl where the View has something for it to draw. */
  #wantMarks(): void {
    if (this.#overlay !== 'absent') return;
    if (this.#view.arcs.length + this.#view.dots.length === 0) return;
    this.#overlay = 'coming';
    import('./marks-overlay.ts')
      .then(({ MarksOverlay }) => {
        if (this.#destroyed) return;
        this.#overlay = new MarksOverlay({
          map: this.#map,
          pixelRatio: this.#pixelRatio,
          onDrawn: () => this.#report(),
          onError: (error) => console.error(error),
          onContextLost: () => {
            this.#lost.overlay = true;
            this.#report(new Error('the arcs’ WebGL context is lost'));
          },
          onContextRestored: () => {
            this.#lost.overlay = false;
            this.#overlay = 'absent';
            this.#wantMarks();
            this.#report();
          }
        });
        this.#marksDue = true;
        this.#repaint();
      })
      .catch((cause: unknown) => {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        this.#lost.overlay = true;
        this.#report(error);
      });
  }

  #showMarks(): void {
    if (typeof this.#overlay !== 'object' || this.#lost.overlay) return;
    this.#marksDue = false;
    this.#overlay.show(this.#view, this.#palette);
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

  #eventAt(point: readonly [number, number]): string | null {
    const { clientWidth: width, clientHeight: height } = this.#options.container;
    return eventAt(this.#view, cameraOf(this.#map), { width, height }, point);
  }

  #unquiet(): void {
    this.#mapQuiet = false;
    this.#report();
  }

  #repaint(): void {
    if (this.#destroyed || this.#lost.map) return;
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
    if (this.#lost.map || this.#lost.overlay) return 'failed';
    if (!this.#drawnOnce) return 'loading';
    const marked =
      this.#overlay === 'absent' ||
      (typeof this.#overlay === 'object' && !this.#marksDue && this.#overlay.drawn);
    const fineAwaited = this.#finePending && this.#map.getZoom() >= fineFromZoom;
    const settled = this.#base.levelSettled && !fineAwaited && this.#camera !== 'returning';
    return this.#mapQuiet && marked && settled ? 'idle' : 'moving';
  }
}

const asGiven: TransformConstrainFunction = (center, zoom) => ({ center, zoom });

function markOnce(name: string): void {
  if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
}
