import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import type { View } from '../view.ts';
import type { ArcOverlay } from './arc-overlay.ts';

/** What of a View its arcs need. */
export type ArcView = Pick<View, 'arcs' | 'frame'>;

export interface LazyArcsOptions {
  readonly map: MapLibreMap;
  readonly pixelRatio: number;
  /** Whether the map is a globe. */
  readonly onGlobe: boolean;
  /** `drawn` or `lost` may have changed; `error` says why the arcs are lost. */
  onChange(error?: Error): void;
  /** The arcs will not be drawn: their code has not come, or cannot draw. */
  onFail(): void;
}

/**
 * The arcs above the map. It imports deck.gl with the first View that has arcs, or when such a View is near, and makes
 * a new overlay where the GPU has taken the old one's context away.
 */
export class LazyArcs {
  readonly #options: LazyArcsOptions;
  #overlay: ArcOverlay | null = null;
  #loading = false;
  #view: ArcView;
  #palette: Palette;
  /** Arcs of a View that is near, none of them drawn yet: deck.gl compiles its shaders with them. */
  #near: View['arcs'] = [];
  #pixelRatio: number;
  #lost = false;
  /** Their code has not come, or cannot draw: the map goes on without them. */
  #failed = false;
  #finalized = false;

  constructor(palette: Palette, { frame }: Pick<View, 'frame'>, options: LazyArcsOptions) {
    this.#view = { arcs: [], frame };
    this.#palette = palette;
    this.#options = options;
    this.#pixelRatio = options.pixelRatio;
  }

  /** Whether the arcs that were shown last are on the canvas, or will not come. */
  get drawn(): boolean {
    if (this.#failed) return true;
    if (this.#overlay) return this.#overlay.drawn;
    return !this.#loading || this.#view.arcs.length === 0;
  }

  /** Whether the GPU has taken the canvas away. */
  get lost(): boolean {
    return this.#lost;
  }

  show(view: ArcView, palette: Palette): void {
    this.#view = view;
    this.#palette = palette;
    if (this.#overlay) this.#overlay.show(view, palette);
    else if (view.arcs.length > 0) this.#load();
  }

  /** Gets ready for the arcs of a View that is near; returns whether everything is ready or on its way. */
  prepare({ arcs }: Pick<View, 'arcs'>): boolean {
    if (this.#overlay === null && arcs.length > 0) {
      this.#near = arcs.map((arc) => ({ ...arc, drawn: 0 }));
      this.#load();
    }
    return this.#overlay !== null || this.#loading;
  }

  /** The event whose arc is drawn near a point of the map, px; null for none. */
  eventAt(point: readonly [number, number]): string | null {
    return this.#overlay?.eventAt(point) ?? null;
  }

  setPixelRatio(pixelRatio: number): void {
    this.#pixelRatio = pixelRatio;
    this.#overlay?.setPixelRatio(pixelRatio);
  }

  finalize(): void {
    this.#finalized = true;
    this.#overlay?.finalize();
  }

  #load(): void {
    if (this.#loading || this.#lost || this.#failed || this.#finalized) return;
    this.#loading = true;
    void import('./arc-overlay.ts')
      .then(({ ArcOverlay }) => {
        if (!this.#finalized) this.#overlay = this.#makeOverlay(ArcOverlay);
      })
      // The map itself is sound: it stays, with names and badges, and without arcs.
      .catch((error: unknown) => this.#fail('The lines could not be loaded:', error))
      .finally(() => {
        this.#loading = false;
        this.#options.onChange();
      });
  }

  #fail(words: string, error: unknown): void {
    console.warn(words, error);
    this.#failed = true;
    const overlay = this.#overlay;
    this.#overlay = null;
    // deck.gl may be in the middle of a frame, which it could not finish without what this takes away.
    queueMicrotask(() => overlay?.finalize());
    this.#options.onFail();
    this.#options.onChange();
  }

  #makeOverlay(Overlay: typeof ArcOverlay): ArcOverlay {
    const { map, onGlobe, onChange } = this.#options;
    const overlay = new Overlay({
      map,
      pixelRatio: this.#pixelRatio,
      onGlobe,
      onRender: () => onChange(),
      onError: (error) => this.#fail('The lines cannot be drawn:', error),
      onContextLost: () => {
        this.#overlay = null;
        this.#lost = true;
        onChange(new Error('the arcs’ WebGL context is lost'));
      },
      onContextRestored: () => {
        this.#lost = false;
        this.show(this.#view, this.#palette);
        onChange();
      }
    });
    const { arcs, frame } = this.#view;
    overlay.show({ arcs: arcs.length > 0 ? arcs : this.#near, frame }, this.#palette);
    return overlay;
  }
}
