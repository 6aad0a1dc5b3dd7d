import { maxLatitude } from './camera.ts';
import type { Camera } from '../story/story.ts';

/** The Earth's circumference at the equator, km (WGS84). */
const circumferenceKm = 40_075.017;

/**
 * The longest scale bar of a round length (1, 2 or 5 and zeros, km) that is at most `maxPx` long at the camera's
 * centre. Web Mercator stretches with latitude, and a globe curves away, so the bar holds for the middle of the map only.
 */
export function scaleBar(
  camera: Camera,
  maxPx: number
): { readonly km: number; readonly widthPx: number } {
  const lat = Math.min(maxLatitude, Math.abs(camera.center[1]));
  const kmPerPx = (circumferenceKm * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** camera.zoom);
  const most = kmPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power;
  return { km, widthPx: km / kmPerPx };
}

/** A bar's length in words: `50 km`, `2,000 km`. */
export function lengthWords(km: number): string {
  return km < 1000 ? `${km} km` : `${km / 1000},000 km`;
}
