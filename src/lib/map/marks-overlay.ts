import { MapView } from '@deck.gl/core';
import { MapLibreOverlay, type MapLibreOverlayProps } from '@deck.gl/maplibre';
import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { View } from '../view.ts';
import { DeckLayers } from './deck-layers.ts';
import { FramesWhenDue } from './frames-when-due.ts';

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
 * (`interleaved`) spoils what MapLibre draws after it (visgl/deck.gl#10700). Import this module only when
 * something is to be drawn: it brings deck.gl with it.
 */
export class MarksOverlay {
  readonly #options: MarksOverlayOptions;
  readonly #overlay: MapLibreOverlay;
  readonly #layers = new DeckLayers();
  readonly #frames = new FramesWhenDue(() => this.#drawn);
  #canvas: HTMLCanvasElement | null = null;
  #drawn = false;
  #removed = false;

  constructor(options: MarksOverlayOptions) {
    this.#options = options;
    // deck.gl hands it on to its loop, though its own types do not name it.
    const frames = { animationFrameProvider: this.#frames };
    this.#overlay = new MapLibreOverlay({
      ...frames,
      // The camera's own view, by the id that the overlay looks for, but without copies of the world:
      // every arc is brought to the camera's side by itself, once.
      views: new MapView({
        id: 'maplibre',
        repeat: false
      }) as unknown as MapLibreOverlayProps['views'] & null,
      useDevicePixels: options.pixelRatio,
      // Arcs smooth their own edges.
      deviceProps: { type: 'webgl', webgl: { antialias: false } },
      _pickable: false,
      layers: [],
      onLoad: () => this.#watchContext(),
      onAfterRender: () => this.#afterRender(),
      onResize: this.#wake,
      onError: (error) => options.onError(error)
    });
    options.map.addControl(this.#overlay as unknown as IControl);
    options.map.on('render', this.#wake);
  }

  /** Whether the last marks asked for are on the canvas. */
  get drawn(): boolean {
    return this.#drawn;
  }

  /** Draws the arcs of a View with deck.gl's next frame. */
  show(view: Pick<View, 'arcs'>, palette: Palette): void {
    this.#drawn = false;
    const lng = this.#options.map.getCenter().wrap().lng;
    this.#overlay.setProps({ layers: this.#layers.of(view, palette, lng) });
    this.#frames.wake();
  }

  setPixelRatio(pixelRatio: number): void {
    this.#overlay.setProps({ useDevicePixels: pixelRatio });
    this.#frames.wake();
  }

  finalize(): void {
    this.#canvas?.removeEventListener('webglcontextlost', this.#contextLost);
    this.#canvas?.removeEventListener('webglcontextrestored', this.#contextRestored);
    this.#removeControl();
    // deck.gl leaves its context to the garbage collector, and a browser has but few.
    this.#canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #removeControl(): void {
    if (this.#removed) return;
    this.#removed = true;
    this.#options.map.off('render', this.#wake);
    this.#options.map.removeControl(this.#overlay as unknown as IControl);
  }

  /** The camera may have moved, or the canvas been given another size. */
  #wake = (): void => this.#frames.wake();

  #watchContext(): void {
    this.#canvas = this.#overlay.getCanvas();
    // deck.gl gives every overlay's canvas the same id.
    this.#canvas?.removeAttribute('id');
    this.#canvas?.addEventListener('webglcontextlost', this.#contextLost);
    this.#canvas?.addEventListener('webglcontextrestored', this.#contextRestored);
  }

  /** deck.gl cannot go on with a context that was lost: it goes now, while there is nothing to delete. */
  #contextLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    this.#removeControl();
    this.#options.onContextLost();
  };

  #contextRestored = (): void => {
    this.finalize();
    this.#options.onContextRestored();
  };

  #afterRender(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    this.#options.onDrawn();
  }
}
