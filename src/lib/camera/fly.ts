import { interpolateZoom } from 'd3-interpolate';
import { freePart, type Frame } from '../frame.ts';
import type { Camera } from '../story/story.ts';
import { cameraOn, focusOf, latitudeAt, mercatorY } from './camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import { globe } from './load-globe.ts';

/**
 * The flight between two cameras in a frame, as a function of 0 to 1. It zooms out, pans and zooms in, so that the
 * map seems to move at an even speed (J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning",
 * IEEE InfoVis 2003), and crosses the date line where that is shorter. At 0 and 1 it returns the given camera, to
 * the bit.
 */
export function fly(from: Camera, to: Camera, frame: Frame): (t: number) => Camera {
  if (to.projection === 'globe') return globe().flyGlobe(from, to, frame);
  const free = freePart(frame);
  const spanPx = Math.max(free.right - free.left, free.bottom - free.top);
  const start = focusOf(from, frame);
  const end = focusOf(to, frame);
  const span = (zoom: number) => spanPx / (512 * 2 ** zoom);
  const zoomPath = interpolateZoom(
    [start[0] / 360, mercatorY(start[1]), span(from.zoom)],
    [nearLng(end[0], start[0]) / 360, mercatorY(end[1]), span(to.zoom)]
  );
  const turn = nearLng(to.bearing, from.bearing) - from.bearing;
  return (t) => {
    if (t <= 0) return from;
    if (t >= 1) return to;
    const [x, y, width] = zoomPath(t);
    return cameraOn(
      [x * 360, latitudeAt(y)],
      {
        zoom: Math.log2(spanPx / (512 * width)),
        bearing: from.bearing + turn * t,
        pitch: from.pitch + (to.pitch - from.pitch) * t
      },
      frame
    );
  };
}
