import { WebMercatorViewport } from '@math.gl/web-mercator';
import { freePart, type Frame } from '../frame.ts';
import { wrapLng } from '../geometry/date-line.ts';
import type { Camera, LngLat } from '../story/story.ts';

/** The latitude, in degrees, at which the square Web Mercator world ends. */
export const maxLatitude = 85.051129;

/** The viewport of a camera in a frame. It projects degrees to px and back, as MapLibre does. */
export function viewportOf(
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
 * the frame never shows anything beyond the world's upper or lower edge.
 */
export function cameraOn(
  focus: LngLat,
  { zoom, bearing, pitch }: Omit<Camera, 'center'>,
  frame: Frame
): Camera {
  const free = freePart(frame);
  const held = Math.max(zoom, Math.log2(frame.height / 512));
  const viewport = viewportOf({ center: focus, zoom: held, bearing, pitch }, frame);
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
