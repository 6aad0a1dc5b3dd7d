import type { ImageSource, Map as MapLibreMap, RasterLayerSpecification } from 'maplibre-gl';
import { shapeMarks } from '../theme/marks.ts';
import type { ViewShape } from '../view.ts';
import { abovePicturesId, pictureLayerId } from './style.ts';

/** What of MapLibre's map pictures are drawn with; a test gives one that only records. */
export type PictureTarget = Pick<
  MapLibreMap,
  'addLayer' | 'addSource' | 'getSource' | 'setPaintProperty'
>;

/**
 * The pictures that a story's layers lay on a MapLibre map whose style is loaded, below all lines but rivers. A picture
 * is fetched when a View first has it, or may have it next.
 */
export class PictureLayers {
  readonly #map: PictureTarget;
  readonly #events: readonly ViewShape['event'][];
  /** How strongly each is to be seen, by the id of its event. */
  #shown: ReadonlyMap<string, number> = new Map();
  /** The ids of the events whose pictures have been asked for. */
  readonly #asked = new Set<string>();

  constructor(map: PictureTarget, events: readonly ViewShape['event'][]) {
    this.#map = map;
    this.#events = events.filter(({ geometry }) => geometry.picture);
  }

  /** Draws them, as far as the last View has them; again where the map has lost them. */
  add(): void {
    this.#events.forEach(({ id: event, geometry }, i) => {
      const id = pictureLayerId(i);
      if (this.#map.getSource(id)) return;
      const corners = geometry.picture!.corners.map((corner) => [...corner]);
      this.#map.addSource(id, {
        type: 'image',
        coordinates: corners as ImageSource['coordinates']
      });
      this.#map.addLayer(pictureLayer(id), abovePicturesId);
      this.#asked.delete(event);
    });
    const shown = this.#shown;
    this.#shown = new Map();
    this.#show(shown);
  }

  /** Shows those of a View and no others; returns whether anything changed. */
  show(shapes: readonly ViewShape[]): boolean {
    return this.#show(new Map(shapes.map(({ event: { id }, opacity }) => [id, opacity])));
  }

  /** Fetches those of a View that may be next. */
  prepare(shapes: readonly ViewShape[]): void {
    for (const { event } of shapes) this.#fetch(event.id);
  }

  #show(shown: ReadonlyMap<string, number>): boolean {
    const before = this.#shown;
    this.#shown = shown;
    let changed = false;
    this.#events.forEach(({ id: event }, i) => {
      const id = pictureLayerId(i);
      const opacity = shown.get(event) ?? 0;
      if (opacity === (before.get(event) ?? 0) || !this.#map.getSource(id)) return;
      changed = true;
      this.#map.setPaintProperty(id, 'raster-opacity', opacity * shapeMarks.pictureOpacity);
      if (opacity > 0) this.#fetch(event);
    });
    return changed;
  }

  #fetch(event: string): void {
    const at = this.#events.findIndex(({ id }) => id === event);
    const source = at < 0 ? undefined : this.#map.getSource<ImageSource>(pictureLayerId(at));
    if (!source || this.#asked.has(event)) return;
    this.#asked.add(event);
    const { address } = this.#events[at]!.geometry.picture!;
    source.updateImage({ url: new URL(address, document.baseURI).href });
  }
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
