import greatCircle from '@turf/great-circle';
import { latitudeAt, mercatorY, nearLng } from '../camera/camera.ts';
import type { LngLat, Place, Story, StoryEvent } from '../story/story.ts';

/** The story's arcs by event id: from `from` to `to`, unwrapped. Each is made when it is first asked for. */
export interface ArcPaths {
  /** An event's arc, the same object every time; undefined where the event has none. */
  get(event: string): ArcPath | undefined;
}

interface ArcPath {
  readonly points: readonly LngLat[];
  /** Share of the way, 0 to 1, at which the badge stands. */
  readonly badgeAt: number;
  /** Where that is, unwrapped like the points. */
  readonly badge: LngLat;
}

/** How far apart the lines of one pair of places stand at their middle, as a share of the pair's distance. */
const fanSpacing = 0.075;
/** The same for ways over water, which have less room. */
const waterSpacing = 0.045;
/** How wide the whole fan may grow, in the same measure. */
const fanWidth = 0.4;
/** Badges of neighbours in a fan stand this share of the way before and after the middle, by turns. */
const badgeStagger = 0.065;

/**
 * The paths of all arcs of a story: great circles (over `via` where given). Arcs that join the same two
 * places are fanned out side by side in the order of the story's events, whichever of them are shown.
 */
export function arcPaths(story: Story): ArcPaths {
  const places = new Map(story.places.map((place) => [place.id, place]));
  const arcs = new Map<string, ArcEvent>();
  const fans = new Map<string, ArcEvent[]>();
  for (const event of story.events) {
    if (!isArc(event)) continue;
    arcs.set(event.id, event);
    const pair = pairOf(event).join(' ');
    const fan = fans.get(pair);
    if (fan) fan.push(event);
    else fans.set(pair, [event]);
  }
  const made = new Map<string, ArcPath>();
  return {
    get(id) {
      const event = arcs.get(id);
      if (!event) return undefined;
      const path = made.get(id) ?? arcPath(event, fans.get(pairOf(event).join(' '))!, places);
      made.set(id, path);
      return path;
    }
  };
}

type ArcEvent = StoryEvent & { readonly geometry: { readonly type: 'arc' } };

function isArc(event: StoryEvent): event is ArcEvent {
  return event.geometry.type === 'arc';
}

/** The path of an event among all that join the same two places. */
function arcPath(
  event: ArcEvent,
  fan: readonly ArcEvent[],
  places: ReadonlyMap<string, Place>
): ArcPath {
  const [first, second] = pairOf(event);
  const index = fan.indexOf(event);
  const slot = index - (fan.length - 1) / 2;
  const spacing = Math.min(fanSpacing, fanWidth / fan.length);
  const forward = event.geometry.from === first;
  const via = waypoints(fan, event, first);
  const ends = [lngLatOf(places, first), ...via, lngLatOf(places, second)];
  // A way over water has little room beside it.
  const share = slot * (via.length > 0 ? waterSpacing : spacing);
  const spread = bow(greatCircleThrough(ends), share);
  const stagger = fan.length > 1 ? (index % 2 === 0 ? -badgeStagger : badgeStagger) : 0;
  const points = forward ? spread : spread.reverse();
  const badgeAt = 0.5 + (forward ? stagger : -stagger);
  return { points, badgeAt, badge: pointAlong(points, badgeAt) };
}

/**
 * The waypoints of an event in its fan, from the pair's first place on. Ways over water between the same two
 * ports share them, so that they run side by side.
 */
function waypoints(fan: readonly ArcEvent[], event: ArcEvent, first: string): readonly LngLat[] {
  if (event.geometry.via.length === 0) return [];
  const { geometry } = fan.find(({ geometry: { via } }) => via.length > 0)!;
  return geometry.from === first ? geometry.via : [...geometry.via].reverse();
}

function pairOf({ geometry: { from, to } }: ArcEvent): readonly [string, string] {
  return from < to ? [from, to] : [to, from];
}

function lngLatOf(places: ReadonlyMap<string, Place>, id: string): LngLat {
  return places.get(id)!.lngLat;
}

/**
 * A great circle through two or more points, 64 segments a leg, unwrapped.
 */
export function greatCircleThrough(ends: readonly LngLat[]): LngLat[] {
  const path: LngLat[] = [ends[0]!];
  for (let i = 1; i < ends.length; i++) {
    const leg = greatCircle([...ends[i - 1]!], [...ends[i]!], {
      npoints: ends.length > 2 ? 9 : 65
    });
    // Turf cuts the line at the date line; joined and unwrapped it is one again.
    const { geometry } = leg;
    const points =
      geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat();
    for (const [lng, lat] of points as [number, number][]) {
      const last = path.at(-1)!;
      const near = nearLng(lng, last[0]);
      if (Math.hypot(near - last[0], lat - last[1]) > 1e-9) path.push([near, lat]);
    }
  }
  return path;
}

/**
 * The path bowed sideways, most at its middle and not at all at its ends, by `share` of the distance between
 * its ends (positive: to the right of its direction), measured on the Mercator plane so that a fan is even
 * on the screen.
 */
function bow(path: readonly LngLat[], share: number): LngLat[] {
  const plane = path.map(([lng, lat]) => [lng / 360, mercatorY(lat)] as const);
  const lengths = [0];
  for (let i = 1; i < plane.length; i++) {
    const [a, b] = [plane[i - 1]!, plane[i]!];
    lengths.push(lengths[i - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  const total = lengths.at(-1)!;
  const [start, end] = [plane[0]!, plane.at(-1)!];
  const chord = Math.hypot(end[0] - start[0], end[1] - start[1]);
  return plane.map(([x, y], i) => {
    const [before, after] = [plane[Math.max(0, i - 1)]!, plane[Math.min(plane.length - 1, i + 1)]!];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    const aside = Math.sin((Math.PI * lengths[i]!) / total) * share * chord;
    return [(x + (dy / length) * aside) * 360, latitudeAt(y - (dx / length) * aside)] as const;
  });
}

/** The point at a share (0 to 1) of a path's length on the Mercator plane. */
export function pointAlong(path: readonly LngLat[], share: number): LngLat {
  const lengths: number[] = [0];
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    lengths.push(
      lengths[i - 1]! + Math.hypot((b[0] - a[0]) / 360, mercatorY(b[1]) - mercatorY(a[1]))
    );
  }
  const wanted = Math.min(1, Math.max(0, share)) * lengths.at(-1)!;
  const i = Math.max(
    1,
    lengths.findIndex((length) => length >= wanted)
  );
  const [a, b] = [path[i - 1]!, path[i]!];
  const t = (wanted - lengths[i - 1]!) / (lengths[i]! - lengths[i - 1]! || 1);
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}
