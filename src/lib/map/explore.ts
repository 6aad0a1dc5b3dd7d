import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../story/story.ts';

/** How long the camera takes back to the story's, and over a step of zoom; ms. */
const returnMs = 400;
const zoomMs = 250;

/**
 * Gives the map's gestures and keys to the reader, or takes them back. While they are off the map takes no
 * wheel, touch or key and cannot be reached with Tab: the page scrolls as if it were a picture.
 */
export function setGestures(map: MapLibreMap, on: boolean): void {
  for (const handler of [map.scrollZoom, map.dragPan, map.keyboard, map.doubleClickZoom]) {
    if (on) handler.enable();
    else handler.disable();
  }
  if (on) map.touchZoomRotate.enable();
  else map.touchZoomRotate.disable();
  // North stays where the story has it.
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const box = map.getCanvasContainer();
  const canvas = map.getCanvas();
  box.style.pointerEvents = on ? '' : 'none';
  box.classList.toggle('maplibregl-interactive', on);
  if (on) {
    canvas.setAttribute('tabindex', '0');
    canvas.setAttribute('role', 'application');
    canvas.removeAttribute('aria-hidden');
  } else {
    if (canvas.ownerDocument.activeElement === canvas) canvas.blur();
    canvas.removeAttribute('tabindex');
    canvas.setAttribute('role', 'presentation');
    canvas.setAttribute('aria-hidden', 'true');
  }
}

/** The map's camera as the story writes one. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return {
    center: [lng, lat],
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch()
  };
}

/** Sets off for a camera, slow in and slow out; the map's `moveend` tells the arrival. */
export function easeTo(map: MapLibreMap, { center, zoom, bearing, pitch }: Camera): void {
  map.easeTo({
    center: [center[0], center[1]],
    zoom,
    bearing,
    pitch,
    duration: durationMs(returnMs)
  });
}

/** Zooms in by `levels`, or out where negative. */
export function zoomBy(map: MapLibreMap, levels: number): void {
  map.easeTo({ zoom: map.getZoom() + levels, duration: durationMs(zoomMs) });
}

function durationMs(wanted: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wanted;
}
