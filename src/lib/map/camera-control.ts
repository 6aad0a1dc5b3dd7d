import type { Map as MapLibreMap, TransformConstrainFunction } from 'maplibre-gl';
import { durations, ease } from '../ease.ts';
import type { Camera } from '../story/story.ts';
import type { BaseMap } from './base-map.ts';
import { cameraOf, setGestures } from './gestures.ts';

/** What of MapLibre's map the camera is moved with; a test gives one that only records. */
export type CameraTarget = Pick<
  MapLibreMap,
  | 'easeTo'
  | 'getBearing'
  | 'getCenter'
  | 'getPitch'
  | 'getZoom'
  | 'on'
  | 'setTransformConstrain'
  | 'stop'
>;

export interface CameraControlOptions {
  readonly map: CameraTarget;
  readonly base: Pick<BaseMap, 'forgetCamera' | 'setCamera'>;
  readonly camera: Camera;
  /** Gives the map's gestures and keys to the reader, or takes them back. */
  readonly setGestures?: (on: boolean) => void;
  /** Each move of the camera while the reader explores. */
  onMove(camera: Camera): void;
  /** The camera is the story's again. */
  onReturn(): void;
}

/**
 * Who moves the map's camera: the story, whose View sets it at once, or the reader while exploring; back from there the
 * map eases to the story's camera.
 */
export class CameraControl {
  readonly #options: CameraControlOptions;
  #owner: 'story' | 'reader' | 'returning' = 'story';
  #camera: Camera;

  constructor(options: CameraControlOptions) {
    this.#options = options;
    this.#camera = options.camera;
    this.#setGestures(false);
    options.base.setCamera(options.camera);
    options.map.on('move', () => {
      if (this.exploring) options.onMove(cameraOf(options.map));
    });
    options.map.on('moveend', () => {
      if (this.returning) this.#arrive();
    });
  }

  get exploring(): boolean {
    return this.#owner === 'reader';
  }

  /** Whether the camera is on its way back to the story's. */
  get returning(): boolean {
    return this.#owner === 'returning';
  }

  /** Sets the story's camera, and cuts a way back to it short; returns whether the map has moved. */
  follow(camera: Camera): boolean {
    this.#camera = camera;
    if (this.returning) this.#arrive();
    return this.#owner === 'story' && this.#options.base.setCamera(camera);
  }

  /** Gives the camera to the reader. */
  explore(): void {
    if (this.exploring) return;
    if (this.returning) this.#arrive();
    this.#owner = 'reader';
    this.#options.map.setTransformConstrain(null);
    this.#setGestures(true);
  }

  /** Eases back to the story's camera, or where `atOnce` leaves it to the next `follow`. */
  returnToStory({ atOnce = false } = {}): void {
    if (!this.exploring) return;
    const { map } = this.#options;
    this.#setGestures(false);
    map.stop();
    map.setTransformConstrain(unconstrained);
    if (atOnce) {
      this.#owner = 'story';
      this.#options.base.forgetCamera();
      return;
    }
    this.#owner = 'returning';
    const { center, zoom, bearing, pitch } = this.#camera;
    map.easeTo({
      center: [center[0], center[1]],
      zoom,
      bearing,
      pitch,
      duration: easeMs(),
      easing: ease
    });
  }

  /** Zooms in by so many levels, or out where negative; only while the reader explores. */
  zoomBy(levels: number): void {
    const { map } = this.#options;
    if (!this.exploring) return;
    map.easeTo({ zoom: map.getZoom() + levels, duration: easeMs(), easing: ease });
  }

  /** The way back has ended, or is cut short: the camera is the story's to the bit. */
  #arrive(): void {
    const { map, base, onReturn } = this.#options;
    this.#owner = 'story';
    map.stop();
    base.forgetCamera();
    base.setCamera(this.#camera);
    onReturn();
  }

  #setGestures(on: boolean): void {
    const { map, setGestures: set = (on) => setGestures(map as MapLibreMap, on) } = this.#options;
    set(on);
  }
}

/** A View's camera is set as it is given: MapLibre would move it away from the world's upper and lower edge. */
export const unconstrained: TransformConstrainFunction = (center, zoom) => ({ center, zoom });

/** How long the camera takes back to the story's, and a step of the zoom buttons. */
function easeMs(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : durations.fade;
}
