import type { Point } from './polyline.ts';

/** A point on the unit sphere: x towards 0° E on the equator, y towards 90° E, z towards the north pole. */
export type Vector = readonly [x: number, y: number, z: number];

const perDegree = Math.PI / 180;

/** The point of the unit sphere for a longitude and latitude, degrees. */
export function toVector([lng, lat]: Point): Vector {
  const [turn, rise] = [lng * perDegree, lat * perDegree];
  return [Math.cos(rise) * Math.cos(turn), Math.cos(rise) * Math.sin(turn), Math.sin(rise)];
}

/** The longitude and latitude (degrees) in which a vector of any length points. */
export function fromVector([x, y, z]: Vector): Point {
  return [Math.atan2(y, x) / perDegree, Math.atan2(z, Math.hypot(x, y)) / perDegree];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** `a` and `b`, each times a number, added. */
export function mix(a: Vector, timesA: number, b: Vector, timesB: number): Vector {
  return [
    a[0] * timesA + b[0] * timesB,
    a[1] * timesA + b[1] * timesB,
    a[2] * timesA + b[2] * timesB
  ];
}

/** The angle between two points of the unit sphere, radians. */
export function angleBetween(a: Vector, b: Vector): number {
  // An arccosine would lose small angles.
  return 2 * Math.asin(Math.min(1, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 2));
}

/** The point at a share of the great circle from `a` to `b`, the shorter way. */
export function alongGreatCircle(a: Vector, b: Vector, share: number): Vector {
  const angle = angleBetween(a, b);
  if (angle < 1e-12) return a;
  return mix(
    a,
    Math.sin((1 - share) * angle) / Math.sin(angle),
    b,
    Math.sin(share * angle) / Math.sin(angle)
  );
}
