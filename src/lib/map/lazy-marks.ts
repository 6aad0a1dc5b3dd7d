import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import type { View, ViewArc } from '../view.ts';
import type { MarksOverlay } from './marks-overlay.ts';

export interface LazyMarksOptions {
  readonly map: MapLibreMap;
  readonly pixelRatio: number;
  /** `drawn` or `lost` is another; `error` says why they are lost. */
  onChange(error?: Error): void;
}

/**
 * The arcs over the map. It fetches deck.gl with the first View that has any, or when it is told that one is near,
 * makes a new canvas where the GPU has taken one away, and draws on it what was asked for last.
 */
export class LazyMarks {
  readonly #options: LazyMarksOptions;
  #overlay: MarksOverlay | null = null;
  #coming = false;
  #asked: readonly [view: Pick<View, 'arcs'>, palette: Palette] | null = null;
  /** Arcs that are near: deck.gl makes its programs with them, and shows nothing of them. */
  #near: readonly ViewArc[] = [];
  #pixelRatio: number;
  #lost = false;
  #finalized = false;

  constructor(options: LazyMarksOptions) {
    this.#options = options;
    this.#pixelRatio = options.pixelRatio;
  }

  /** Whether what was asked for last is on the canvas. */
  get drawn(): boolean {
    return this.#overlay ? this.#overlay.drawn : !(this.#coming && this.#hasArcs);
  }

  get #hasArcs(): boolean {
    return this.#asked !== null && this.#asked[0].arcs.length > 0;
  }

  /** Whether the GPU has taken the canvas away. */
  get lost(): boolean {
    return this.#lost;
  }

  show(view: Pick<View, 'arcs'>, palette: Palette): void {
    this.#asked = [view, palette];
    if (this.#lost || this.#finalized) return;
    if (this.#overlay) this.#overlay.show(view, palette);
    else if (!this.#coming && view.arcs.length > 0) void this.#load();
  }

  /** Gets ready for arcs that a View may soon ask for; returns whether there is no more to be got ready. */
  prepare({ arcs }: Pick<View, 'arcs'>): boolean {
    if (this.#overlay || this.#coming || this.#finalized) return true;
    if (arcs.length === 0 || this.#lost) return false;
    this.#near = arcs.map((arc) => ({ ...arc, drawn: 0 }));
    void this.#load();
    return true;
  }

  setPixelRatio(pixelRatio: number): void {
    this.#pixelRatio = pixelRatio;
    this.#overlay?.setPixelRatio(pixelRatio);
  }

  finalize(): void {
    this.#finalized = true;
    this.#overlay?.finalize();
  }

  async #load(): Promise<void> {
    this.#coming = true;
    try {
      const { MarksOverlay } = await import('./marks-overlay.ts');
      if (this.#finalized) return;
      this.#overlay = new MarksOverlay({
        map: this.#options.map,
        pixelRatio: this.#pixelRatio,
        onDrawn: () => this.#options.onChange(),
        onError: (error) => console.error(error),
        onContextLost: () => this.#lose(new Error('the arcs’ WebGL context is lost')),
        onContextRestored: () => {
          this.#lost = false;
          this.#showAsked();
          this.#options.onChange();
        }
      });
      if (this.#asked && !this.#hasArcs) this.#overlay.show({ arcs: this.#near }, this.#asked[1]);
      else this.#showAsked();
    } catch (error) {
      // The map itself is sound: it stays, with names and badges, and without lines.
      console.warn('The lines could not be loaded:', error);
    } finally {
      this.#coming = false;
      this.#options.onChange();
    }
  }

  #showAsked(): void {
    if (this.#asked) this.show(...this.#asked);
  }

  #lose(error: Error): void {
    this.#overlay = null;
    this.#lost = true;
    this.#options.onChange(error);
  }
}
