import type { Point } from './polyline.ts';

/** Degrees between two meridians, and between two parallels. */
const spacing = 15;
/** Meridians end here, before they crowd at the poles; every sixth goes on. */
const crowded = 75;
const furthest = 85;
const step = 3;

/** The meridians and parallels that are drawn on a globe: lines of points close together, degrees. */
export function graticule(): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  for (let lng = -180; lng < 180; lng += spacing) {
    const end = lng % 90 === 0 ? furthest : crowded;
    lines.push(range(-end, end).map((lat) => [lng, lat] as const));
  }
  for (let lat = -crowded; lat <= crowded; lat += spacing) {
    lines.push(range(-180, 180).map((lng) => [lng, lat] as const));
  }
  return lines;
}

function range(from: number, to: number): number[] {
  const count = Math.ceil((to - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}
