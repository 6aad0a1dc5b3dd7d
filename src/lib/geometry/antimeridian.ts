import type { MultiPolygon, Polygon, Position } from 'geojson';

/**
 * Cuts polygons at ±180°. `world-atlas` stitches rings across the antimeridian, for maps on a sphere; on a
 * flat map such a ring runs the wrong way round the world. A ring that goes right round (Antarctica) is
 * closed through its pole. Every longitude of the result lies in −180..180.
 */
export function cutAtAntimeridian(geometry: Polygon | MultiPolygon): MultiPolygon {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { type: 'MultiPolygon', coordinates: polygons.flatMap(cutPolygon) };
}

function cutPolygon(rings: Position[][]): Position[][][] {
  const [outer, ...holes] = rings.filter((ring) => !isPole(ring)).map(unwrapRing);
  if (!outer) return [];
  const all = [outer, ...holes.map((hole) => shiftNear(hole, outer))];
  const [west, east] = extentOf(outer);
  const worlds: Position[][][] = [];
  for (let n = Math.floor((west + 180) / 360); n * 360 - 180 < east; n += 1) {
    const cut = all.map((ring) => clipToWorld(ring, n)).filter((ring) => ring.length >= 4);
    if (cut.length > 0) worlds.push(cut);
  }
  return worlds;
}

/** Whether the ring is no more than a pole, which some files list as if it were a hole. */
function isPole(ring: Position[]): boolean {
  return ring.every(([, lat]) => Math.abs(lat!) > 89.9);
}

/** The ring with no jump in longitude, closed; one that goes round the world is closed along its pole. */
function unwrapRing(ring: Position[]): Position[] {
  const out: Position[] = [];
  let offset = 0;
  let previous = ring[0]?.[0] ?? 0;
  for (const [lng = 0, lat = 0] of ring) {
    if (lng - previous > 180) offset -= 360;
    if (lng - previous < -180) offset += 360;
    previous = lng;
    out.push([lng + offset, lat]);
  }
  const first = out[0]!;
  const last = out.at(-1)!;
  if (Math.abs(first[0]! - last[0]!) < 1) return out;
  const pole = Math.sign(first[1]!) * 90;
  return [...out, [last[0]!, pole], [first[0]!, pole], first];
}

function extentOf(ring: Position[]): [west: number, east: number] {
  const lngs = ring.map(([lng]) => lng!);
  return [Math.min(...lngs), Math.max(...lngs)];
}

/** The hole, moved by whole turns to where its polygon is. */
function shiftNear(hole: Position[], outer: Position[]): Position[] {
  const [west, east] = extentOf(outer);
  const turns = Math.round(((west + east) / 2 - hole[0]![0]!) / 360);
  return turns === 0 ? hole : hole.map(([lng, lat]) => [lng! + turns * 360, lat!]);
}

/** What of the ring lies in the n-th copy of the world, moved back to −180..180; empty if nothing does. */
function clipToWorld(ring: Position[], n: number): Position[] {
  const west = n * 360 - 180;
  const moved = ring.map(([lng, lat]): Position => [lng! - west - 180, lat!]);
  const clipped = clipHalf(clipHalf(moved, -1), 1);
  const flat = clipped.every(([lng]) => Math.abs(lng!) >= 180);
  return flat ? [] : clipped;
}

/** Sutherland and Hodgman (1974), "Reentrant polygon clipping", against one meridian: lng·side ≤ 180. */
function clipHalf(ring: Position[], side: 1 | -1): Position[] {
  const out: Position[] = [];
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x0, y0] = ring[i] as [number, number];
    const [x1, y1] = ring[i + 1] as [number, number];
    const inside0 = x0 * side <= 180;
    const inside1 = x1 * side <= 180;
    if (inside0) out.push([x0, y0]);
    if (inside0 !== inside1)
      out.push([side * 180, y0 + ((y1 - y0) * (side * 180 - x0)) / (x1 - x0)]);
  }
  if (out.length > 0) out.push(out[0]!);
  return out;
}
