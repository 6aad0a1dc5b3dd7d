import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../story/story.ts';

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
export function cameraOf(
  map: Pick<MapLibreMap, 'getBearing' | 'getCenter' | 'getPitch' | 'getZoom'>
): Camera {
  const { lng, lat } = map.getCenter();
  return {
    center: [lng, lat],
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch()
  };
}
