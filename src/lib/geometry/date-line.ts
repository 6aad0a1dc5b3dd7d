/** The same longitude within −180 (included) to 180, degrees. */
export function wrapLng(lng: number): number {
  const wrapped = (((lng + 180) % 360) + 360) % 360;
  return wrapped - 180;
}

/** How many whole turns bring a longitude to within half a turn of `reference`, both in degrees. */
export function turnsTo(lng: number, reference: number): number {
  return Math.round((reference - lng) / 360);
}

/** The multiple of 360° that moves the middle of an unwrapped path to within half a turn of a longitude. */
export function lngShiftTo(
  path: readonly (readonly [lng: number, lat: number])[],
  reference: number
): number {
  return 360 * turnsTo(path[path.length >> 1]![0], reference);
}

/** `lng` moved by whole turns to within half a turn of `reference`, degrees. */
export function nearLng(lng: number, reference: number): number {
  return lng + 360 * turnsTo(lng, reference);
}
