import { mercatorY } from '../../camera/camera.ts';
import { alongGreatCircle, fromVector, toVector } from '../../geometry/sphere.ts';
import { shapePoints } from '../../story/shape-points.ts';
import type { Country, CountryGroup, LngLat, Place, Step, StoryEvent } from '../../story/story.ts';

/** What a step frames is drawn on a globe if it reaches farther towards a pole than this, degrees. */
const farthestLat = 75;
/**
 * Usual stages, px: the frame's width, and the free part of it that a step is framed in. On a flat map what is framed
 * may leave room in them for more than one world.
 */
const stages = [
  { width: 1366, free: [756, 602] },
  { width: 1920, free: [1224, 886] },
  { width: 2560, free: [1864, 886] },
  { width: 360, free: [332, 272] }
] as const;

interface Framed {
  readonly steps: readonly Pick<Step, 'look' | 'show'>[];
  readonly events: readonly StoryEvent[];
  readonly places: readonly Place[];
  readonly countries: readonly Country[];
  readonly groups: readonly CountryGroup[];
}

/**
 * Whether Web Mercator would mislead in any step of a story, or in all of it at once: about a pole, which it cannot
 * show, or where a usual stage would show a part of the world twice.
 */
export function needsGlobe({ steps, events, places, countries, groups }: Framed): boolean {
  const placeAt = new Map(places.map(({ id, lngLat }) => [id, lngLat]));
  const byId = new Map(events.map((event) => [event.id, event]));
  const all = { look: null, show: events.map(({ id }) => id) };
  return [...steps, all].some(({ look, show }) => {
    if (look?.type === 'camera') return Math.abs(look.camera.center[1]) > farthestLat;
    const points = [
      ...(look?.places ?? []).map((id) => placeAt.get(id)!),
      ...[...show, ...(look?.shapes ?? [])].flatMap((id) => pointsOf(byId.get(id)!, placeAt))
    ];
    const areas = [
      ...countries.filter(({ code }) => look?.countries.includes(code)),
      ...groups.filter(({ id }) => look?.groups.includes(id))
    ];
    if (
      [...points, ...areas.map(({ label }) => label)].some(([, lat]) => Math.abs(lat) > farthestLat)
    )
      return true;
    const spans = [
      ...points.map(([lng, lat]) => [lng, lat, lng, lat] as const),
      ...areas.map(({ bounds }) => bounds)
    ];
    if (spans.length === 0) return false;
    const wide = widthOf(spans.map(([west, , east]) => [west, east] as const));
    const north = mercatorY(Math.max(...spans.map(([, , , north]) => north)));
    const south = mercatorY(Math.min(...spans.map(([, south]) => south)));
    const tall = 360 * (north - south);
    return stages.some(({ width, free }) => width * Math.max(wide / free[0], tall / free[1]) > 360);
  });
}

/** The ends of an event's line and points along it, its place, or the points of its shape. */
function pointsOf({ geometry }: StoryEvent, placeAt: ReadonlyMap<string, LngLat>): LngLat[] {
  if (geometry.type === 'marker') return [placeAt.get(geometry.at)!];
  if (geometry.type === 'shape') return shapePoints(geometry);
  const path = [placeAt.get(geometry.from)!, ...geometry.via, placeAt.get(geometry.to)!];
  const [from, to] = [toVector(path[0]!), toVector(path.at(-1)!)];
  return path.length > 2
    ? path
    : Array.from({ length: 9 }, (_, i) => fromVector(alongGreatCircle(from, to, i / 8)));
}

/** The degrees of longitude that all spans take together, the shorter way around the world. */
function widthOf(spans: readonly (readonly [west: number, east: number])[]): number {
  const turned = spans
    .map(([west, east]) => {
      const start = ((west % 360) + 360) % 360;
      return [start, start + Math.min(360, east - west)] as const;
    })
    .sort(([a], [b]) => a - b);
  let widestGap = 0;
  let reached = Math.max(...turned.map(([, east]) => east)) - 360;
  for (const [west, east] of turned) {
    widestGap = Math.max(widestGap, west - reached);
    reached = Math.max(reached, east);
  }
  return 360 - widestGap;
}
