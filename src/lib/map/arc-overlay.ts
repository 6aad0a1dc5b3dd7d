import { MapView, type Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { ArcLayers, isSeen } from './arc-layers.ts';
import { cameraOf } from './gestures.ts';
import { screenView } from './globe-arc.ts';
import type { ArcView } from './lazy-arcs.ts';

/** How far from an arc, px, a pointer still picks it. */
const pickRadiusPx = 8;

export interface ArcOverlayOptions {
  readonly map: MapLibreMap;
  readonly pixelRatio: number;
  /** Whether the map is a globe. */
  readonly onGlobe: boolean;
  /** deck.gl has drawn a frame: `drawn` may have changed. */
  onRender(): void;
  onError(error: Error): void;
  /** The GPU has taken the context away, and the overlay has been removed. */
  onContextLost(): void;
  /** The GPU gives contexts again: a new overlay may be made. */
  onContextRestored(): void;
}

/**
 * The arcs of a View, drawn by deck.gl's own overlay for MapLibre on a canvas above the map's: drawn into the map's
 * canvas (`interleaved`), deck.gl would have the whole map drawn again for every arc that grows, and would spoil what
 * MapLibre draws after it (visgl/deck.gl#10700).
 *
 * Import this module only when there is something to draw: it brings deck.gl with it.
 */
export class ArcOverlay {
  readonly #options: ArcOverlayOptions;
  readonly #overlay: MapLibreOverlay;
  readonly #listening = new AbortController();
  /** Null until deck.gl has its context. */
  #arcLayers: ArcLayers | null = null;
  #layers: Layer[] = [];
  #shown: readonly [view: ArcView, palette: Palette] | null = null;
  #seen = false;
  /** deck.gl has drawn the layers once, and so has compiled their shaders. */
  #warm = false;

  constructor(options: ArcOverlayOptions) {
    this.#options = options;
    this.#overlay = new MapLibreOverlay({
      // In place of the overlay's own view, which draws every copy of the world: each arc is drawn once, at the
      // camera's side of the date line.
      // The overlay's types, those of a Deck without views, leave none but null.
      views: new MapView({
        id: 'maplibre',
        repeat: false,
        ...(options.onGlobe && { viewState: screenView })
      }) as unknown as null,
      useDevicePixels: options.pixelRatio,
      // Arcs smooth their own edges.
      deviceProps: { type: 'webgl', webgl: { antialias: false } },
      layers: [],
      // A frame without arcs costs nothing, but for the first, which compiles the shaders before an arc is due.
      layerFilter: () => this.#seen || !this.#warm,
      onDeviceInitialized: (device) => (this.#arcLayers = new ArcLayers(device)),
      onLoad: () => this.#load(),
      onAfterRender: () => this.#rendered(),
      onError: (error) => this.#fail(error)
    });
    // The overlay's types leave `undefined` open where MapLibre's, read with `exactOptionalPropertyTypes`, do not.
    options.map.addControl(this.#overlay as unknown as IControl);
  }

  /** Whether the arcs that were shown last are on the canvas. */
  get drawn(): boolean {
    // A layer has a context, and thereby deck.gl, from its first update on.
    const deck = this.#layers[0]?.context?.deck;
    return deck !== undefined && this.#warm && !deck.needsRedraw();
  }

  /** Draws the arcs of a View with the map's next frame, or with deck.gl's own where the map has none to draw. */
  show(view: ArcView, palette: Palette): void {
    this.#shown = [view, palette];
    if (this.#arcLayers === null) return;
    this.#seen = view.arcs.some(isSeen);
    this.#overlay.getCanvas()!.style.visibility = this.#seen ? '' : 'hidden';
    const { map, onGlobe } = this.#options;
    const eye = onGlobe ? { camera: cameraOf(map), frame: view.frame } : map.getCenter().wrap().lng;
    const layers = this.#arcLayers.layersOf(view, palette, eye);
    if (layers === this.#layers) return;
    this.#overlay.setProps({ layers });
    // deck.gl updates its layers in its own animation frame only: the map's frame would come first and have the arcs
    // drawn as they were (visgl/deck.gl#9606). This line can go once the overlay updates them with the map.
    this.#layers[0]?.context?.layerManager.updateLayers();
    this.#layers = layers;
  }

  /** The event whose arc is drawn nearest to a point of the map (px), within reach of a pointer; null for none. */
  eventAt([x, y]: readonly [number, number]): string | null {
    if (!this.#warm || !this.#seen) return null;
    const index = this.#overlay.pickObject({ x, y, radius: pickRadiusPx })?.index;
    return this.#arcLayers!.eventIdOf(index ?? -1);
  }

  setPixelRatio(pixelRatio: number): void {
    this.#overlay.setProps({ useDevicePixels: pixelRatio });
  }

  finalize(): void {
    this.#listening.abort();
    const canvas = this.#overlay.getCanvas();
    this.#options.map.removeControl(this.#overlay as unknown as IControl);
    releaseContext(canvas);
  }

  #load(): void {
    const canvas = this.#overlay.getCanvas()!;
    // Every canvas of deck.gl has the same id, and can be reached with Tab.
    canvas.removeAttribute('id');
    canvas.inert = true;
    if (isLost(canvas)) {
      // Lost while deck.gl was making it: nobody has asked for it back.
      this.#loseContext();
      setTimeout(() => this.#options.onContextRestored());
      return;
    }
    this.#watchContext(canvas);
    if (this.#shown) this.show(...this.#shown);
  }

  #rendered(): void {
    const deck = this.#layers[0]?.context?.deck;
    // While the GPU still compiles, a layer asks to be drawn again.
    if (deck !== undefined && !deck.needsRedraw()) this.#warm = true;
    this.#options.onRender();
  }

  #fail(error: Error): void {
    // The browser is about to tell of a loss: it may give the context back.
    if (!isLost(this.#overlay.getCanvas())) this.#options.onError(error);
  }

  #loseContext(): void {
    this.#options.map.removeControl(this.#overlay as unknown as IControl);
    this.#options.onContextLost();
  }

  /** deck.gl does not recover from the loss of its context (visgl/deck.gl#5398): the overlay goes, and a new one may come. */
  #watchContext(canvas: HTMLCanvasElement): void {
    const { signal } = this.#listening;
    canvas.addEventListener(
      'webglcontextlost',
      (event) => {
        // Without this the browser never gives the context back.
        event.preventDefault();
        this.#loseContext();
      },
      { signal }
    );
    canvas.addEventListener(
      'webglcontextrestored',
      () => {
        // The old context is given up for good: its loss is not to be heard of again.
        this.#listening.abort();
        releaseContext(canvas);
        this.#options.onContextRestored();
      },
      { signal }
    );
  }
}

function isLost(canvas: HTMLCanvasElement | null): boolean {
  return canvas?.getContext('webgl2')?.isContextLost() ?? false;
}

/** deck.gl never releases a context (visgl/deck.gl#9264), and a browser has but few. */
function releaseContext(canvas: HTMLCanvasElement | null): void {
  canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}
