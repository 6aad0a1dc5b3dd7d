import type { ImageSource, Map as MapLibreMap, RasterLayerSpecification } from 'maplibre-gl';
import { shapeMarks } from '../theme/marks.ts';
import type { ViewShape } from '../view.ts';
import { abovePicturesId, pictureLayerPrefix } from './style.ts';

/** What of MapLibre's map pictures are drawn with; a test gives one that only records. */
export type PictureTarget = Pick<
  MapLibreMap,
  'addLayer' | 'addSource' | 'getLayer' | 'getSource' | 'setPaintProperty'
>;

/**
 * The pictures that a story's layers lay on a MapLibre map, below all lines but rivers. A picture is fetched when a View
 * first has it, or may have it next.
 */
export class PictureLayers {
  readonly #map: PictureTarget;
  readonly #events: readonly ViewShape['event'][];
  /** How strongly each is to be seen, by the id of its event. */
  #shown: ReadonlyMap<string, number> = new Map();
  #hasStyle = false;

  constructor(map: PictureTarget, events: readonly ViewShape['event'][]) {
    this.#map = map;
    this.#events = events.filter(({ geometry }) => geometry.picture);
  }

  /** The map's style is loaded: draws those that the last View has, again where the map has lost them. */
  add(): void {
    this.#hasStyle = true;
    for (const { id } of this.#events) this.#draw(id);
  }

  /** Shows those of a View and no others; returns whether anything changed. */
  show(shapes: readonly ViewShape[]): boolean {
    if (this.#events.length === 0) return false;
    const before = this.#shown;
    this.#shown = new Map(shapes.map(({ event: { id }, opacity }) => [id, opacity]));
    const changed = this.#events.filter(({ id }) => this.#shown.get(id) !== before.get(id));
    for (const { id } of changed) this.#draw(id);
    return changed.length > 0;
  }

  /** Fetches those of a View that may be next. */
  prepare(shapes: readonly ViewShape[]): void {
    for (const { event } of shapes) if (this.#hasStyle) this.#fetch(event.id);
  }

  #draw(event: string): void {
    const opacity = this.#shown.get(event) ?? 0;
    if (!this.#hasStyle || (opacity === 0 && !this.#map.getSource(sourceOf(event)))) return;
    this.#fetch(event);
    const painted = opacity * shapeMarks.pictureOpacity;
    this.#map.setPaintProperty(sourceOf(event), 'raster-opacity', painted);
  }

  #fetch(event: string): void {
    const at = this.#events.findIndex(({ id }) => id === event);
    const id = sourceOf(event);
    if (at < 0 || this.#map.getSource(id)) return;
    const { address, corners } = this.#events[at]!.geometry.picture!;
    this.#map.addSource(id, {
      type: 'image',
      url: new URL(address, document.baseURI).href,
      coordinates: corners.map((corner) => [...corner]) as ImageSource['coordinates']
    });
    const above = this.#events
      .slice(at + 1)
      .find((other) => this.#map.getLayer(sourceOf(other.id)));
    this.#map.addLayer(pictureLayer(id), above ? sourceOf(above.id) : abovePicturesId);
  }
}

/** The id of a picture's source and of its layer. */
function sourceOf(event: string): string {
  return pictureLayerPrefix + event;
}

/** The layer of a picture, which is not to be seen yet. */
export function pictureLayer(source: string): RasterLayerSpecification {
  return {
    id: source,
    type: 'raster',
    source,
    paint: { 'raster-opacity': 0, 'raster-fade-duration': 0 }
  };
}
