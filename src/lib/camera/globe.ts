import { interpolateNumber, interpolateZoom } from 'd3-interpolate';
import { memoize } from '../cache.ts';
import { freePart, type Frame } from '../frame.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Point } from '../geometry/polyline.ts';
import {
  alongGreatCircle,
  angleBetween,
  dot,
  fromVector,
  mix,
  toVector,
  type Vector
} from '../geometry/sphere.ts';
import type { Camera, Country, LngLat } from '../story/story.ts';
import type { Shape } from './fit-frame.ts';

/** MapLibre's globe grows with the latitude it is seen from up to here, so that its scale there is Web Mercator's. */
const mostStretched = 85.051129;
const perDegree = Math.PI / 180;

/** The globe's radius under a camera, px. */
export function globeRadius({ center, zoom }: Pick<Camera, 'center' | 'zoom'>): number {
  return (512 * 2 ** zoom) / (2 * Math.PI * scaleAt(center[1]));
}

function zoomAt(radius: number, lat: number): number {
  return Math.log2((radius * 2 * Math.PI * scaleAt(lat)) / 512);
}

function scaleAt(lat: number): number {
  return Math.cos(Math.min(Math.abs(lat), mostStretched) * perDegree);
}

/**
 * MapLibre's least field of view, degrees: from so far away a globe looks the same at every zoom, to a px or two at its
 * edge.
 */
export const fromAfar = 0.1;

/** How far away MapLibre's camera is from what it looks at, px. */
export function cameraDistance({ height }: Pick<Frame, 'height'>): number {
  return height / 2 / Math.tan((fromAfar / 2) * perDegree);
}

/** The globe as MapLibre's camera sees it from afar, what it looks at in the middle of the frame's free part. */
export class GlobeViewport {
  readonly radius: number;
  /** The radius of the disc that is seen of it, px: a little less. */
  readonly discRadius: number;
  /** The middle of the disc, px. */
  readonly middle: Point;
  /** From the camera to the nearest point of the globe, in radii. */
  readonly distance: number;
  readonly #towards: Vector;
  readonly #right: Vector;
  readonly #up: Vector;

  constructor(camera: Camera, frame: Frame) {
    const free = freePart(frame);
    this.radius = globeRadius(camera);
    this.middle = [(free.left + free.right) / 2, (free.top + free.bottom) / 2];
    this.distance = cameraDistance(frame) / this.radius;
    this.discRadius = (this.radius * this.distance) / Math.sqrt((this.distance + 1) ** 2 - 1);
    const { towards, east, north } = axesAt(camera.center);
    const [cos, sin] = [Math.cos(camera.bearing * perDegree), Math.sin(camera.bearing * perDegree)];
    this.#towards = towards;
    this.#right = mix(east, cos, north, -sin);
    this.#up = mix(east, sin, north, cos);
  }

  /** The px of a place; of one on the far side, those at which it would be seen through the globe. */
  project(lngLat: readonly number[]): [x: number, y: number] {
    const at = toVector(lngLat as unknown as Point);
    const farther = 1 - dot(at, this.#towards);
    const size = (this.radius * this.distance) / (this.distance + farther);
    return [
      this.middle[0] + dot(at, this.#right) * size,
      this.middle[1] - dot(at, this.#up) * size
    ];
  }

  /** How far a place lies in front of the globe's edge, in radii; negative on the far side. */
  depth(lngLat: LngLat): number {
    return dot(toVector(lngLat), this.#towards);
  }

  /** The place at a px; beside the globe, that on its edge nearest to it. */
  unproject([px, py]: readonly number[]): [lng: number, lat: number] {
    const [x, y] = [px! - this.middle[0], this.middle[1] - py!];
    const beside = Math.max(1, Math.hypot(x, y) / this.discRadius);
    const apart = 1 + this.distance;
    // The slope of the ray through the px, squared, and the depth at which it meets the globe.
    const slope = (Math.hypot(x, y) / beside / this.radius / this.distance) ** 2;
    const root = Math.sqrt(Math.max(0, 1 + slope - slope * apart ** 2));
    const depth = (apart * slope + root) / (1 + slope);
    const size = (this.distance + 1 - depth) / this.distance / this.radius / beside;
    const across = mix(this.#right, x * size, this.#up, y * size);
    return [...fromVector(mix(across, 1, this.#towards, depth))];
  }
}

/** What lies so little behind a globe's edge, degrees, is shown on it. */
const pastEdge = 3;

/** Whether a place is on the far side, or within so many degrees of the edge. */
export function isBehindGlobe(
  { center }: Camera,
  lngLat: LngLat,
  edgeDegrees = -pastEdge
): boolean {
  return dot(toVector(center), toVector(lngLat)) < Math.sin(edgeDegrees * perDegree);
}

/** The width and height (px) of bounds: west, south, east and north, degrees. */
export function extentOnGlobe(
  camera: Camera,
  [west, south, east, north]: Country['bounds']
): readonly [width: number, height: number] {
  const middle: LngLat = [(west + east) / 2, (south + north) / 2];
  // Towards its edge a globe's ground is seen from the side.
  const open = Math.max(0, dot(toVector(camera.center), toVector(middle)));
  const px = globeRadius(camera) * perDegree * open;
  return [Math.min(180, east - west) * Math.cos(middle[1] * perDegree) * px, (north - south) * px];
}

/** The three directions at a place: away from the globe, east and north. */
function axesAt([lng, lat]: LngLat): { towards: Vector; east: Vector; north: Vector } {
  return {
    towards: toVector([lng, lat]),
    east: toVector([lng + 90, 0]),
    north: toVector([lng, lat + 90])
  };
}

/** Closer to a pole than this, a globe is seen from above that pole, degrees. */
const polar = 3;
/** Places farther than this from the middle lie on the globe's edge or beyond: it is then shown whole, radians. */
const widest = 80 * perDegree;

/**
 * The camera that shows all shapes on the globe as large as possible in the frame's free part. Where it looks depends on
 * the shapes alone: in each frame the same picture, larger or smaller.
 *
 * @param most the zoom and the radius (px) beyond which it shows no more
 */
export function fitGlobe(
  shapes: readonly Shape[],
  frame: Frame,
  most: { readonly zoom: number; readonly radius: number }
): Camera {
  const free = freePart(frame);
  const [halfWidth, halfHeight] = [(free.right - free.left) / 2, (free.bottom - free.top) / 2];
  const center = middleOfShapes(shapes);
  const whole = Math.min(halfWidth, halfHeight);
  const radii = reachesOf(shapes, center).map(({ x, y, across, down }) =>
    Math.min(left(halfWidth, across) / x, left(halfHeight, down) / y)
  );
  const fits = Math.min(most.radius, globeRadius({ center, zoom: most.zoom }), ...radii);
  // No smaller than the whole globe: beside it there is nothing.
  const radius = Math.max(whole, fits);
  return { center, zoom: zoomAt(radius, center[1]), bearing: 0, pitch: 0, projection: 'globe' };
}

/** What a label beside a point leaves of half a frame, px: a label too long for the frame is set shorter, or not at all. */
function left(halfPx: number, labelPx: number): number {
  return halfPx - Math.min(labelPx, 0.6 * halfPx);
}

/** How far from the globe's middle a point is seen, in radii and px beside them. */
interface Reach {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

/** How far from the middle of a globe, seen from above `center`, all points of shapes and the px around them reach. */
function reachesOf(shapes: readonly Shape[], center: LngLat): Reach[] {
  const { towards, east, north } = axesAt(center);
  return shapes.flat().map(({ lngLat, left, right, top, bottom }) => {
    const at = toVector(lngLat);
    if (angleBetween(at, towards) > widest) return { x: 1, y: 1, across: 0, down: 0 };
    const [x, y] = [dot(at, east), dot(at, north)];
    return {
      x: Math.abs(x),
      y: Math.abs(y),
      across: x > 0 ? right : left,
      down: y > 0 ? top : bottom
    };
  });
}

/** How wide and high (px) the frame's free part must be at least, as so much for each px of the radius and so much more. */
interface Framing {
  readonly width: { readonly perWorld: number; readonly px: number };
  readonly height: { readonly perWorld: number; readonly px: number };
}

/** What `fitGlobe` fits shapes by, near the radius of a camera. */
export function framingOf(shapes: readonly Shape[], camera: Camera): Framing {
  const radius = globeRadius(camera);
  const reaches = reachesOf(shapes, camera.center);
  // What reaches farthest at this radius decides; it is as far on the other side.
  const farthest = (all: readonly (readonly [share: number, px: number])[]) => {
    const far = ([share, px]: readonly [number, number]) => share * radius + px;
    const [share, px] = all.reduce((most, one) => (far(one) > far(most) ? one : most));
    return { perWorld: 2 * share, px: 2 * px };
  };
  return {
    width: farthest(reaches.map(({ x, across }) => [x, across])),
    height: farthest(reaches.map(({ y, down }) => [y, down]))
  };
}

/** A picture of a globe goes a little beyond its edge. */
const mostRadii = 1.02;

/**
 * How far across and down from the globe's middle, in radii, cameras that look at the same place see in their frames; and
 * the radius under one of them, px.
 */
export function seenIn(
  cameras: readonly Camera[],
  frames: readonly Frame[],
  reference: Camera
): { readonly x: number; readonly y: number; readonly radius: number } {
  const seen = cameras.map((camera, i) => {
    const { width, height } = frames[i]!;
    const { middle, radius } = new GlobeViewport(camera, frames[i]!);
    return [
      Math.max(middle[0], width - middle[0]) / radius,
      Math.max(middle[1], height - middle[1]) / radius
    ] as const;
  });
  return {
    x: Math.min(mostRadii, Math.max(...seen.map(([across]) => across))),
    y: Math.min(mostRadii, Math.max(...seen.map(([, down]) => down))),
    radius: globeRadius(reference)
  };
}

/** Kept for each list of shapes, as that list is for each step (`stepShapes`): every frame asks for it. */
const middleOfShapes = memoize((shapes: readonly Shape[]) =>
  middleOf(shapes.flat().map(({ lngLat }) => toVector(lngLat)))
);

/** Where to look so that points are seen around the middle: the box around them, without their px, is even about it. */
function middleOf(points: readonly Vector[]): LngLat {
  let center = fromVector(points.reduce((sum, point) => mix(sum, 1, point, 1), [0, 0, 0]));
  for (let round = 0; round < 60; round++) {
    const { towards, east, north } = axesAt(center);
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const at of points) {
      const [x, y, z] = [dot(at, east), dot(at, north), dot(at, towards)];
      const off = Math.hypot(x, y);
      // What is beyond the edge lies the farther out the farther it is behind.
      const out = z < 0 && off > 0 ? (2 - off) / off : 1;
      left = Math.min(left, x * out);
      right = Math.max(right, x * out);
      bottom = Math.min(bottom, y * out);
      top = Math.max(top, y * out);
    }
    const [x, y] = [(left + right) / 2, (bottom + top) / 2];
    const shift = Math.hypot(x, y);
    if (shift < 1e-9) break;
    const held = Math.min(1, 0.6 / shift);
    const next = mix(mix(east, x * held, north, y * held), 1, towards, 1);
    center = fromVector(next);
  }
  return 90 - Math.abs(center[1]) < polar ? [0, 90 * Math.sign(center[1])] : center;
}

/** A great circle that comes nearer than this to a pole is not flown along: the globe would spin, degrees. */
const spinsFrom = 70;

/** The flight between two cameras on the globe, as `fly`: along the great circle, or around the pole where that is near. */
export function flyGlobe(from: Camera, to: Camera, frame: Frame): (t: number) => Camera {
  const free = freePart(frame);
  const spanPx = Math.max(free.right - free.left, free.bottom - free.top);
  const [start, end] = [toVector(from.center), toVector(to.center)];
  const angle = angleBetween(start, end);
  const zoomPath = interpolateZoom(
    [0, 0, spanPx / globeRadius(from)],
    [angle, 0, spanPx / globeRadius(to)]
  );
  const highest = Math.max(
    ...[0, 0.25, 0.5, 0.75, 1].map((share) =>
      Math.abs(fromVector(alongGreatCircle(start, end, share))[1])
    )
  );
  const lngAt = interpolateNumber(from.center[0], nearLng(to.center[0], from.center[0]));
  const latAt = interpolateNumber(from.center[1], to.center[1]);
  const turn = nearLng(to.bearing, from.bearing) - from.bearing;
  return (t) => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    const [along, , width] = zoomPath(t);
    const share = angle === 0 ? t : along / angle;
    const center: LngLat =
      highest > spinsFrom
        ? [lngAt(share), latAt(share)]
        : fromVector(alongGreatCircle(start, end, share));
    return {
      ...from,
      center,
      zoom: zoomAt(spanPx / width, center[1]),
      bearing: from.bearing + turn * t
    };
  };
}
