import { WebMercatorViewport } from '@math.gl/web-mercator';
import { freePart, type Frame } from '../frame.ts';
import { wrapLng } from '../geometry/date-line.ts';
import type { Camera, Country, LngLat } from '../story/story.ts';
import { globe } from './load-globe.ts';

/** The latitude, in degrees, at which the square Web Mercator world ends. */
export const maxLatitude = 85.051129;

/** Projects degrees to px of a frame and back, as MapLibre does. */
export type Viewport = Pick<WebMercatorViewport, 'project' | 'unproject'>;

/** The viewport of a camera in a frame. */
export function viewportOf(camera: Camera, frame: Frame): Viewport {
  if (camera.projection === 'globe') return new (globe().GlobeViewport)(camera, frame);
  return mercatorViewport(camera, frame);
}

/**
 * Whether a camera has a place on the far side of a globe, or within so many degrees of its edge; by default what lies a
 * little behind that is shown on it.
 */
export function isBehind(camera: Camera, lngLat: LngLat, edgeDegrees?: number): boolean {
  return camera.projection === 'globe' && globe().isBehindGlobe(camera, lngLat, edgeDegrees);
}

/** The width and height (px) under a camera of bounds: west, south, east and north, degrees. */
export function extentPx(
  camera: Camera,
  bounds: Country['bounds']
): readonly [width: number, height: number] {
  if (camera.projection === 'globe') return globe().extentOnGlobe(camera, bounds);
  const [west, south, east, north] = bounds;
  const worldPx = 512 * 2 ** camera.zoom;
  return [((east - west) / 360) * worldPx, (mercatorY(north) - mercatorY(south)) * worldPx];
}

function mercatorViewport(
  camera: Camera,
  frame: Pick<Frame, 'width' | 'height'>
): WebMercatorViewport {
  return new WebMercatorViewport({
    width: frame.width,
    height: frame.height,
    longitude: camera.center[0],
    latitude: camera.center[1],
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch
  });
}

/**
 * The camera whose focus (degrees) is in the middle of the frame's free part. Zoom and latitude are clamped so that
 * the frame never shows anything beyond the world's upper or lower edge, nor any part of the world twice.
 */
export function cameraOn(
  focus: LngLat,
  { zoom, bearing, pitch, projection }: Omit<Camera, 'center'>,
  frame: Frame
): Camera {
  if (projection === 'globe') return { center: focus, zoom, bearing, pitch: 0, projection };
  const free = freePart(frame);
  const held = Math.max(zoom, Math.log2(Math.max(frame.width, frame.height) / 512));
  const viewport = mercatorViewport({ center: focus, zoom: held, bearing, pitch }, frame);
  const [lng, lat] = viewport.getMapCenterByLngLatPosition({
    lngLat: [...focus],
    pos: [(free.left + free.right) / 2, (free.top + free.bottom) / 2]
  }) as [number, number];
  return { center: [wrapLng(lng), holdLatitude(lat, held, frame)], zoom: held, bearing, pitch };
}

/** The point (degrees) in the middle of the frame's free part: the inverse of {@link cameraOn}. */
export function focusOf(camera: Camera, frame: Frame): LngLat {
  const free = freePart(frame);
  const [lng, lat] = viewportOf(camera, frame).unproject([
    (free.left + free.right) / 2,
    (free.top + free.bottom) / 2
  ]);
  return [lng!, lat!];
}

function holdLatitude(lat: number, zoom: number, frame: Frame): number {
  const worldPx = 512 * 2 ** zoom;
  const slack = Math.max(0, (worldPx - frame.height) / 2);
  const y = Math.min(slack, Math.max(-slack, mercatorY(lat) * worldPx));
  return latitudeAt(y / worldPx);
}

/** Web Mercator's y of a latitude, in worlds northward from the equator (−0.5 to 0.5). */
export function mercatorY(lat: number): number {
  const clamped = Math.min(maxLatitude, Math.max(-maxLatitude, lat));
  return Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI);
}

/** The latitude, in degrees, of a y in worlds northward from the equator: the inverse of {@link mercatorY}. */
export function latitudeAt(y: number): number {
  return (Math.atan(Math.exp(y * 2 * Math.PI)) * 360) / Math.PI - 90;
}
