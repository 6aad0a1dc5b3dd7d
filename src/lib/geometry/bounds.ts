/** Degrees: west, south, east, north. West lies in −180..180; east exceeds 180 beyond the date line. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Whether one box lies within another, whichever copy of the world it is given in. */
export function isWithin(inner: Bounds, outer: Bounds): boolean {
  return turned(inner, outer).some(
    ([west, south, east, north]) =>
      west >= outer[0] && south >= outer[1] && east <= outer[2] && north <= outer[3]
  );
}

/** The smallest box around two that meet or overlap; null where they lie apart. */
export function unionOf(a: Bounds, b: Bounds): Bounds | null {
  const met = turned(b, a).find(
    ([west, south, east, north]) => west <= a[2] && east >= a[0] && south <= a[3] && north >= a[1]
  );
  if (!met) return null;
  return onWorld([
    Math.min(a[0], met[0]),
    Math.min(a[1], met[1]),
    Math.max(a[2], met[2]),
    Math.max(a[3], met[3])
  ]);
}

/** The box with its west in −180..180; one that goes round the world starts at −180. */
export function onWorld([west, south, east, north]: Bounds): Bounds {
  if (east - west >= 360) return [-180, south, 180, north];
  const turns = Math.floor((west + 180) / 360) * 360;
  return [west - turns, south, east - turns, north];
}

/** The box as boxes within −180..180: two where it crosses the date line. */
export function cutAtDateLine([west, south, east, north]: Bounds): Bounds[] {
  if (east <= 180) return [[west, south, east, north]];
  return [
    [west, south, 180, north],
    [-180, south, east - 360, north]
  ];
}

/** A box in the copies of the world in which it may meet another. */
function turned([west, south, east, north]: Bounds, near: Bounds): Bounds[] {
  const middle = (near[0] + near[2]) / 2;
  const first = Math.round((middle - (west + east) / 2) / 360);
  return [first - 1, first, first + 1].map((turns): Bounds => [
    west + turns * 360,
    south,
    east + turns * 360,
    north
  ]);
}
