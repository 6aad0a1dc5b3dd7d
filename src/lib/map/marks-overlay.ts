import { Deck, MapView, type MapViewState } from '@deck.gl/core';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import type { View } from '../view.ts';
import { ArcLayers, isSeen } from './arc-layers.ts';
import { FramesOnCall } from './frames-on-call.ts';

export interface MarksOverlayOptions {
  readonly map: MapLibreMap;
  readonly pixelRatio: number;
  /** All that was asked for is on the canvas. */
  onDrawn(): void;
  onError(error: Error): void;
  /** The GPU has taken the context away: the overlay is gone. */
  onContextLost(): void;
  /** The GPU gives contexts again: a new overlay may be made. */
  onContextRestored(): void;
}

/**
 * Arcs over the map, on a canvas of their own: deck.gl drawn into MapLibre's canvas
 * (`interleaved`) spoils what MapLibre draws after it (visgl/deck.gl#10700). They are drawn with the map's own frames,
 * once in each, and not while there is nothing to be seen of them; deck.gl's overlay for MapLibre would draw them
 * twice: where they were under the new camera, and a frame later as they are. Import this module only when something
 * is to be drawn: it brings deck.gl with it.
 */
export class MarksOverlay {
  readonly #options: MarksOverlayOptions;
  readonly #box = document.createElement('div');
  readonly #deck: Deck<MapView>;
  #layers: ArcLayers | null = null;
  readonly #frames = new FramesOnCall();
  #canvas: HTMLCanvasElement | null = null;
  #arcs: View['arcs'] = [];
  /** What was asked for has not been handed to deck.gl yet. */
  #due: Palette | null = null;
  #frame = 0;
  #loaded = false;
  #drawn = false;
  /** deck.gl has made what it draws with, and the canvas has its size. */
  #warm = false;
  #removed = false;

  constructor(options: MarksOverlayOptions) {
    this.#options = options;
    this.#box.className = 'map-arcs';
    // deck.gl makes its canvas one that is reached with Tab.
    this.#box.inert = true;
    options.map.getContainer().append(this.#box);
    // deck.gl hands it on to its loop, though its own types do not name it.
    const frames = { animationFrameProvider: this.#frames };
    this.#deck = new Deck<MapView>({
      ...frames,
      parent: this.#box,
      // Without copies of the world: every arc is brought to the camera's side by itself, once.
      views: new MapView({ repeat: false }),
      viewState: viewStateOf(options.map),
      useDevicePixels: options.pixelRatio,
      deviceProps: {
        type: 'webgl',
        // Arcs smooth their own edges.
        webgl: { antialias: false },
        createCanvasContext: { pixelSizeSource: 'css-dpr' }
      },
      _pickable: false,
      layers: [],
      onDeviceInitialized: (device) => (this.#layers = new ArcLayers(device)),
      onLoad: () => this.#load(),
      onResize: () => this.#resized(),
      onError: (error) => options.onError(error)
    });
    options.map.on('render', this.#draw);
  }

  /** Whether the last marks asked for are on the canvas. */
  get drawn(): boolean {
    return this.#drawn;
  }

  /** Draws the arcs of a View: with the map's frame, where the map is drawing one, or with one of their own. */
  show({ arcs }: Pick<View, 'arcs'>, palette: Palette): void {
    this.#drawn = false;
    this.#arcs = arcs;
    this.#due = palette;
    this.#drawSoon();
  }

  setPixelRatio(pixelRatio: number): void {
    this.#deck.setProps({ useDevicePixels: pixelRatio });
    this.#resized();
  }

  finalize(): void {
    this.#canvas?.removeEventListener('webglcontextlost', this.#contextLost);
    this.#canvas?.removeEventListener('webglcontextrestored', this.#contextRestored);
    this.#remove();
    // deck.gl leaves its context to the garbage collector, and a browser has but few.
    this.#canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #remove(): void {
    if (this.#removed) return;
    this.#removed = true;
    cancelAnimationFrame(this.#frame);
    this.#options.map.off('render', this.#draw);
    this.#deck.finalize();
    this.#box.remove();
  }

  #load(): void {
    this.#loaded = true;
    this.#canvas = this.#deck.getCanvas();
    // deck.gl gives every canvas the same id.
    this.#canvas?.removeAttribute('id');
    this.#canvas?.addEventListener('webglcontextlost', this.#contextLost);
    this.#canvas?.addEventListener('webglcontextrestored', this.#contextRestored);
    this.#drawSoon();
  }

  /** The canvas takes its size when it is drawn on, which may take a moment: it has it before a line is to be seen. */
  #resized(): void {
    this.#warm = false;
    this.#drawSoon();
  }

  #drawSoon = (): void => {
    cancelAnimationFrame(this.#frame);
    if (!this.#removed) this.#frame = requestAnimationFrame(this.#draw);
  };

  #draw = (): void => {
    cancelAnimationFrame(this.#frame);
    if (!this.#loaded) return;
    const seen = this.#arcs.some(isSeen);
    if (seen || !this.#warm) {
      const viewState = viewStateOf(this.#options.map);
      const layers =
        this.#due && this.#layers!.layersOf({ arcs: this.#arcs }, this.#due, viewState.longitude);
      this.#due = null;
      this.#deck.setProps({ viewState, ...(layers && { layers }) });
      this.#frames.draw();
      // Such as while the GPU makes its programs.
      if (this.#deck.needsRedraw()) return this.#drawSoon();
      this.#warm = true;
    }
    this.#box.style.visibility = seen ? '' : 'hidden';
    if (this.#drawn) return;
    this.#drawn = true;
    this.#options.onDrawn();
  };

  /** deck.gl cannot go on with a context that was lost: it goes now, while there is nothing to delete. */
  #contextLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    this.#remove();
    this.#options.onContextLost();
  };

  #contextRestored = (): void => {
    this.finalize();
    this.#options.onContextRestored();
  };
}

/** The map's camera as deck.gl has it, its longitude within −180..180. */
function viewStateOf(map: MapLibreMap): MapViewState {
  const { lng, lat } = map.getCenter().wrap();
  return {
    longitude: lng,
    latitude: lat,
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch()
  };
}
