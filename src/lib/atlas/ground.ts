import { mercatorY } from '../camera/camera.ts';
import type { Box, Frame } from '../frame.ts';
import type { Point } from '../geometry/polyline.ts';
import type { Camera, LngLat } from '../story/story.ts';
import type { GlobeGround } from '../camera/globe-ground.ts';
import { globe } from '../camera/load-globe.ts';

/** What lies under a camera, as the live map has it. */
export type Ground = MercatorGround | GlobeGround;

export function groundUnder(camera: Camera, frame: Frame): Ground {
  return camera.projection === 'globe'
    ? new (globe().GlobeGround)(camera, frame)
    : new MercatorGround(camera, frame);
}

/** The altitude of MapLibre's camera above the point it looks at, in heights of the frame. */
const cameraAltitude = 1.5;

/**
 * The ground under a camera: the Mercator plane in px, turned by the bearing, with (0, 0) in the middle of the
 * frame and y downwards. Without pitch it is the picture itself; with pitch the picture is a perspective of it.
 * Both match MapLibre and `viewportOf`.
 */
export class MercatorGround {
  /** The width of the world, px. */
  readonly worldPx: number;
  readonly #center: Point;
  readonly #half: Point;
  readonly #turn: Point;
  readonly #tilt: Point;
  readonly #altitude: number;

  constructor(camera: Camera, frame: Frame) {
    const [bearing, pitch] = [radians(camera.bearing), radians(camera.pitch)];
    this.worldPx = 512 * 2 ** camera.zoom;
    this.#center = mercator(camera.center);
    this.#half = [frame.width / 2, frame.height / 2];
    this.#turn = [Math.cos(bearing), Math.sin(bearing)];
    this.#tilt = [Math.cos(pitch), Math.sin(pitch)];
    this.#altitude = cameraAltitude * frame.height;
  }

  /** The point of the ground for a point of the Mercator plane (as from {@link mercator}). */
  fromPlane([x, y]: Point): Point {
    const [east, south] = [
      (x - this.#center[0]) * this.worldPx,
      (y - this.#center[1]) * this.worldPx
    ];
    const [cos, sin] = this.#turn;
    return [east * cos + south * sin, south * cos - east * sin];
  }

  /** A path on the ground. */
  lineOf(path: readonly LngLat[]): Point[] {
    return path.map((lngLat) => this.fromPlane(mercator(lngLat)));
  }

  /** The parts of a line on the near side, which is all of it, px of the frame; its longitudes are taken as unwrapped. */
  piecesOf(line: readonly LngLat[]): Point[][] {
    return [line.map((lngLat) => this.project(lngLat))];
  }

  /** The same of a ring. */
  ringOf(ring: readonly LngLat[]): Point[] {
    return ring.map((lngLat) => this.project(lngLat));
  }

  /** Everything of a path is on the near side. */
  seenSpans(
    _: readonly LngLat[],
    lengths: readonly number[]
  ): readonly (readonly [from: number, to: number])[] {
    return [[0, lengths.at(-1)!]];
  }

  /** The point of the frame at which a point of the ground appears, px from the upper left corner. */
  toFrame([x, y]: Point): Point {
    const [cos, sin] = this.#tilt;
    const nearness = this.#altitude / (this.#altitude - y * sin);
    return [this.#half[0] + x * nearness, this.#half[1] + y * cos * nearness];
  }

  /** The point of the frame at which a place appears; its longitude is taken as unwrapped. */
  project(lngLat: LngLat): Point {
    return this.toFrame(this.fromPlane(mercator(lngLat)));
  }

  /** The rectangle of the ground that contains everything visible in the frame and `marginPx` around it. */
  bounds(marginPx: number): Box {
    const [right, bottom] = [this.#half[0] + marginPx, this.#half[1] + marginPx];
    const [cos, sin] = this.#tilt;
    const groundY = (y: number) => (y * this.#altitude) / (this.#altitude * cos + y * sin);
    const top = groundY(-bottom);
    const far = (right * (this.#altitude - top * sin)) / this.#altitude;
    return { left: -far, right: far, top, bottom: groundY(bottom) };
  }

  /** The part of the Mercator plane around everything visible in the frame and `marginPx` around it. */
  planeBounds(marginPx: number): Box {
    const { left, right, top, bottom } = this.bounds(marginPx);
    const [cos, sin] = this.#turn;
    const corners = [left, right].flatMap((x) =>
      [top, bottom].map((y): Point => [
        this.#center[0] + (x * cos - y * sin) / this.worldPx,
        this.#center[1] + (x * sin + y * cos) / this.worldPx
      ])
    );
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys)
    };
  }

  /** The whole turns by which to move the world for each of its copies in a rectangle of the ground. */
  copies({ left, right, top, bottom }: Box): number[] {
    const [cos, sin] = this.#turn;
    const xs = [left, right].flatMap((x) => [top, bottom].map((y) => x * cos - y * sin));
    const first = Math.round(this.#center[0] + Math.min(...xs) / this.worldPx);
    const last = Math.round(this.#center[0] + Math.max(...xs) / this.worldPx);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }
}

export function isOnGlobe(ground: Ground): ground is GlobeGround {
  return 'viewport' in ground;
}

/** A place on the Mercator plane: the world is 1 wide, (0, 0) is its middle, y runs south. */
export function mercator([lng, lat]: LngLat): Point {
  return [lng / 360, -mercatorY(lat)];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
