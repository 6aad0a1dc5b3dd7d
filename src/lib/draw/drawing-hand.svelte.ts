import { resolve } from '$app/paths';
import {
  addStroke,
  clearStep,
  drawingGeoJson,
  strokesAt,
  undoStroke,
  type Pen,
  type Stroke
} from '$lib/present/drawing.ts';
import type { LngLat } from '$lib/story/story.ts';
import { drawingPng } from './drawing-png.ts';
import type { DrawMode } from './follow-pen.ts';
import type { Presenter } from '$lib/present/presenter.svelte.ts';
import { saveFile } from './save-file.ts';
import { PagePalette } from '$lib/theme/theme.svelte.ts';

/**
 * The tool that a window draws with: none, a pen or the laser. What is drawn and where the laser points belongs to
 * the presentation, so that every window shows it; the tool in use is each window's own.
 */
export class DrawingHand {
  readonly #presenter: Presenter;
  readonly #palette = new PagePalette();
  #mode = $state<DrawMode>('off');
  #pen = $state<Pen>('accent');
  #fault = $state<string | null>(null);

  constructor(presenter: Presenter) {
    this.#presenter = presenter;
  }

  get mode(): DrawMode {
    return this.#mode;
  }

  get pen(): Pen {
    return this.#pen;
  }

  /** Why the last file could not be saved; null where it was. */
  get fault(): string | null {
    return this.#fault;
  }

  /** What is drawn at the step that the map shows; between two steps, at the nearer. */
  readonly strokes: readonly Stroke[] = $derived.by(() =>
    strokesAt(this.#presenter.state.drawing, this.#presenter.reader.step.id)
  );
  readonly drawnAnywhere: boolean = $derived.by(
    () => Object.keys(this.#presenter.state.drawing).length > 0
  );

  /** Where the laser points, in this window or another. */
  get laser(): LngLat | null {
    return this.#presenter.state.laser;
  }

  /** Takes up a tool, or lays it down where it is in use. */
  toggle(tool: Exclude<DrawMode, 'off'>): void {
    this.#fault = null;
    this.#presenter.point(null);
    this.#mode = this.#mode === tool ? 'off' : tool;
  }

  /** Lays down the tool in use; returns whether there was one. */
  layDown(): boolean {
    if (this.#mode === 'off') return false;
    this.toggle(this.#mode);
    return true;
  }

  turnPen(): void {
    this.#pen = this.#pen === 'ink' ? 'accent' : 'ink';
  }

  draw(stroke: Stroke): void {
    const { presenter, step } = this.#here;
    presenter.draw(addStroke(presenter.state.drawing, step.id, stroke));
  }

  undo(): void {
    const { presenter, step } = this.#here;
    presenter.draw(undoStroke(presenter.state.drawing, step.id));
  }

  clear(): void {
    const { presenter, step } = this.#here;
    presenter.draw(clearStep(presenter.state.drawing, step.id));
  }

  point(at: LngLat | null): void {
    this.#presenter.point(at);
  }

  saveGeoJson(): void {
    const { story, state } = this.#presenter;
    const text = JSON.stringify(drawingGeoJson(state.drawing, story.steps), null, 1);
    saveFile(`${story.slug}-drawing.geojson`, new Blob([text], { type: 'application/geo+json' }));
  }

  async savePng(): Promise<void> {
    const { presenter, step } = this.#here;
    const { story, reader } = presenter;
    const picture = resolve('/[story]/map/[step].svg', { story: story.slug, step: step.id });
    this.#fault = null;
    try {
      const { stepIndex } = reader;
      const palette = this.#palette.current;
      const png = await drawingPng(story, stepIndex, this.strokes, picture, palette);
      saveFile(`${story.slug}-${step.id}.png`, png);
    } catch (error) {
      console.warn('The drawing could not be saved:', error);
      this.#fault = 'The picture could not be made. Try again, or save as GeoJSON.';
    }
  }

  get #here() {
    return { presenter: this.#presenter, step: this.#presenter.reader.step };
  }
}
