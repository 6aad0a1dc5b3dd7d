import type { ImageSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { globe } from '../camera/load-globe.ts';
import type { Frame } from '../frame.ts';
import type { Camera } from '../story/story.ts';
import { fineFromZoom } from '../geometry/levels.ts';
import { changedStates, type FeatureStates } from './feature-states.ts';
import type { Level } from './geo-sources.ts';
import { groupLayer, tileLayer } from './geography-tiles.ts';
import { hatchImage } from './hatch.ts';
import type { Relief } from './relief.ts';
import { lowestShapeLayer } from './shape-layers.ts';
import {
  abovePicturesId,
  aboveReliefId,
  hatchImageId,
  laterStyle,
  levelPaint,
  mapLayers,
  mapStyle,
  pictureLayerPrefix,
  reliefId,
  reliefLayer,
  wholeStyle,
  type TilesOf
} from './style.ts';

/** What of MapLibre's map the geography is drawn with; a test gives one that only records. */
export type BaseMapTarget = Pick<
  MapLibreMap,
  | '_camera'
  | 'addImage'
  | 'addLayer'
  | 'addSource'
  | 'getLayer'
  | 'getLayersOrder'
  | 'getSource'
  | 'getZoom'
  | 'hasImage'
  | 'isSourceLoaded'
  | 'jumpTo'
  | 'setFeatureState'
  | 'setPadding'
  | 'setPaintProperty'
  | 'setStyle'
  | 'setVerticalFieldOfView'
  | 'updateImage'
>;

/**
 * The geography on a MapLibre map whose style is `mapStyle`. What it shows depends on the palette, camera
 * and marks that it was given last, not on those before; the same ones given again cost nothing.
 */
export class BaseMap {
  readonly #map: BaseMapTarget;
  readonly #pixelRatio: number;
  readonly #onGlobe: boolean;
  /** A pole can be looked at only once the map is a globe. */
  #takesCamera: boolean;
  #palette: Palette;
  #camera: Camera | null = null;
  #states: FeatureStates = unmarked;
  /** The states that MapLibre's features have, by level. */
  #applied: Record<Level, FeatureStates> = { coarse: unmarked, fine: unmarked };
  /** Whether the fine level's data are there, or will not be. */
  #fine: 'awaited' | 'ready' | 'failed' = 'awaited';
  #shown: Level = 'coarse';
  #hasLaterParts = false;

  /** @param onGlobe whether the map is a globe */
  constructor(map: BaseMapTarget, palette: Palette, pixelRatio: number, onGlobe = false) {
    this.#map = map;
    this.#onGlobe = onGlobe;
    this.#takesCamera = !onGlobe;
    this.#palette = palette;
    this.#pixelRatio = pixelRatio;
  }

  /** Adds what the style does not hold itself: call it once the style is loaded. */
  addHatch(): void {
    if (this.#map.hasImage(hatchImageId)) return;
    const scale = 2 * this.#pixelRatio;
    this.#map.addImage(hatchImageId, hatchImage(this.#palette.hatch, scale), { pixelRatio: scale });
  }

  /** The style is loaded, and with it the globe: sets a camera, which it could not take before. */
  startGlobe(camera: Camera, frame: Frame): void {
    this.#takesCamera = true;
    this.#map.setVerticalFieldOfView(globe().fromAfar);
    this.#map.setPadding(frame.padding);
    // From so far away MapLibre (6.17) takes most small tiles to be out of sight: it works out the edges of what is seen
    // on a near plane that is half a px away. Only its inner transform can be told of another.
    const distance = globe().cameraDistance(frame);
    (this.#map._camera.transform as NearAndFar).overrideNearFarZ(distance / 8, distance * 8);
    this.#camera = null;
    this.setCamera(camera);
  }

  /** Moves the camera at once; returns whether it had to. */
  setCamera(camera: Camera): boolean {
    if (!this.#takesCamera) return false;
    if (this.#camera && sameCamera(camera, this.#camera)) return false;
    this.#camera = camera;
    const { center, zoom, bearing, pitch } = camera;
    this.#map.jumpTo({ center: [center[0], center[1]], zoom, bearing, pitch });
    return true;
  }

  /** Forgets where the camera stands, after something else has moved it. */
  forgetCamera(): void {
    this.#camera = null;
  }

  /** Marks countries and groups as given and no others; returns whether anything changed. */
  setStates(states: FeatureStates): boolean {
    this.#states = states;
    return this.#mark(this.#shown);
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    if (this.#map.hasImage(hatchImageId)) {
      this.#map.updateImage(hatchImageId, hatchImage(palette.hatch, 2 * this.#pixelRatio));
    }
    for (const { id, paint } of mapLayers(palette, this.#onGlobe)) {
      if (!this.#map.getLayer(id)) continue;
      for (const [property, value] of Object.entries(paint ?? {})) {
        if (!property.endsWith('-color')) continue;
        this.#map.setPaintProperty(id, property as 'fill-color', value);
      }
    }
  }

  /** Draws the parts that were left aside so that the world came first. */
  addLaterParts(tilesOf: TilesOf): void {
    this.#hasLaterParts = true;
    const { sources, layers } = laterStyle(this.#palette, tilesOf);
    for (const [id, source] of sources) this.#map.addSource(id, source);
    const above = this.#map.getLayer(lowestShapeLayer)?.id;
    const picture = this.#map.getLayersOrder().find((id) => id.startsWith(pictureLayerPrefix));
    for (const [layer, under = above] of layers)
      this.#map.addLayer(layer, under === abovePicturesId ? (picture ?? under) : under);
  }

  /** The fine level's data are there: from now on it is shown where the zoom asks for it. */
  fineLoaded(): void {
    if (this.#fine === 'awaited') this.#fine = 'ready';
  }

  /** The fine level's data, or some of them, have not come: it is not shown, for land might be missing from it. */
  fineFailed(): void {
    this.#fine = 'failed';
  }

  setRelief(relief: Relief): void {
    relief.forEach(({ image, bounds: [west, south, east, north] }, i) => {
      const id = i === 0 ? reliefId : `${reliefId}-${i}`;
      if (!this.#map.getSource(id)) {
        const coordinates: ImageSource['coordinates'] = [
          [west, north],
          [east, north],
          [east, south],
          [west, south]
        ];
        this.#map.addSource(id, { type: 'image', coordinates });
        this.#map.addLayer(reliefLayer(id), aboveReliefId);
      }
      this.#map.getSource<ImageSource>(id)!.updateImage({ image });
    });
  }

  /** The level that the map's zoom asks for, as far as it has been loaded. */
  get wanted(): Level {
    return this.#map.getZoom() >= fineFromZoom && this.#fine === 'ready' ? 'fine' : 'coarse';
  }

  /** Whether the map's zoom asks for the fine level, and it may yet come. */
  get fineAwaited(): boolean {
    return this.#map.getZoom() >= fineFromZoom && this.#fine === 'awaited';
  }

  /** Whether the wanted level is what is shown. */
  get levelSettled(): boolean {
    return this.wanted === this.#shown;
  }

  /**
   * Shows the wanted level as soon as all of its tiles are there, so that land is never missing meanwhile.
   * Call it after each of the map's frames; returns whether another is due.
   */
  settleLevel(): boolean {
    const { wanted } = this;
    if (wanted === this.#shown || !this.#map.isSourceLoaded(wanted)) return false;
    this.#shown = wanted;
    this.#mark(wanted);
    this.#showLevel(wanted);
    return true;
  }

  /** Gives a map that has lost its style the same again, as far as it had come; `restore` does the rest. */
  setStyle(tilesOf: TilesOf): void {
    const style = this.#hasLaterParts ? wholeStyle : mapStyle;
    this.#map.setStyle(style(this.#palette, tilesOf, this.#onGlobe));
  }

  /** Sets anew what a map forgets when its context is lost; call it when the style is loaded again. */
  restore(): void {
    this.addHatch();
    this.#applied = { coarse: unmarked, fine: unmarked };
    this.#mark(this.#shown);
    if (this.#hasLaterParts) this.#showLevel(this.#shown);
  }

  /** Marks on one level: on the other, which is not to be seen, each change would cost as much again. */
  #mark(level: Level): boolean {
    const changed = changedStates(this.#applied[level], this.#states);
    changed.forEach((state, id) => {
      // What has no tint is a group.
      const sourceLayer = state.tint === undefined ? groupLayer : tileLayer;
      this.#map.setFeatureState({ source: level, sourceLayer, id }, state);
    });
    this.#applied[level] = this.#states;
    return changed.size > 0;
  }

  #showLevel(shown: Level): void {
    this.#paint(shown, true);
    this.#paint(shown === 'fine' ? 'coarse' : 'fine', false);
  }

  #paint(level: Level, shown: boolean): void {
    for (const [layer, property, value] of levelPaint(level, shown)) {
      this.#map.setPaintProperty(layer, property, value);
    }
  }
}

/** What MapLibre's transform has besides what its readers may call. */
type NearAndFar = MapLibreMap['_camera']['transform'] & {
  overrideNearFarZ(near: number, far: number): void;
};

const unmarked: FeatureStates = new Map();

function sameCamera(a: Camera, b: Camera): boolean {
  return (
    a.center[0] === b.center[0] &&
    a.center[1] === b.center[1] &&
    a.zoom === b.zoom &&
    a.bearing === b.bearing &&
    a.pitch === b.pitch
  );
}
