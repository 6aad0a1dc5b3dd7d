import greatCircle from '@turf/great-circle';
import { latitudeAt, mercatorY } from '../camera/camera.ts';
import { globe } from '../camera/load-globe.ts';
import { memoize } from '../cache.ts';
import { nearLng } from '../geometry/date-line.ts';
import { distance, lengthsAlong, pointAt, type Point } from '../geometry/polyline.ts';
import type { LngLat, Place, Story, StoryEvent } from '../story/story.ts';
import { castApart } from './cast-apart.ts';

/** The story's arcs by event id, from `from` to `to`, unwrapped. An arc is computed when it is first asked for. */
export interface ArcPaths {
  /** An event's arc, the same object every time; undefined for an event at one place. */
  get(event: string): ArcPath | undefined;
}

interface ArcPath {
  readonly points: readonly LngLat[];
  /** The share of the arc's length, 0 to 1, at which its badge is. */
  readonly badgeAt: number;
  /** The badge's position, unwrapped like the points. */
  readonly badge: LngLat;
}

/** The spacing of the arcs in a fan at their middle, as a share of the distance between the two places. */
const fanSpacing = 0.075;
/** The same for sea routes, which have less room. */
const seaRouteSpacing = 0.045;
/** The greatest width of a whole fan, in the same measure. */
const fanWidth = 0.4;
/** By how much of the arc's length neighbouring badges of a fan are moved off the middle, to either side by turns. */
const badgeStagger = 0.065;

/**
 * The paths of all arcs of a story: great circles, or routes over `via` where it is given. Arcs that join the same
 * two places are fanned out side by side in the order of the story's events, and those that leave one place in nearly
 * the same direction are bowed apart (on the Mercator plane alone), whichever of them are shown.
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
  const onGlobe = story.projection === 'globe';
  const bows = onGlobe ? new Map<string, number>() : bowsOf(fans, places);
  const pathOf = memoize((event: ArcEvent) => {
    const pair = pairOf(event).join(' ');
    return arcPath(event, fans.get(pair)!, bows.get(pair) ?? 0, places, onGlobe);
  });
  return {
    get(id) {
      const event = arcs.get(id);
      return event && pathOf(event);
    }
  };
}

type ArcEvent = StoryEvent & { readonly geometry: { readonly type: 'arc' } };

function isArc(event: StoryEvent): event is ArcEvent {
  return event.geometry.type === 'arc';
}

/** By how much the middle of each fan is bowed, by its pair. Sea routes keep to the water. */
function bowsOf(
  fans: ReadonlyMap<string, readonly ArcEvent[]>,
  places: ReadonlyMap<string, Place>
): Map<string, number> {
  const free = [...fans].filter(([, fan]) =>
    fan.every(({ geometry }) => geometry.via.length === 0)
  );
  const bows = castApart(
    free.map(([, fan]) => {
      const [first, second] = pairOf(fan[0]!);
      const from = lngLatOf(places, first);
      const [lng, lat] = lngLatOf(places, second);
      const [start, end] = onMercator([from, [nearLng(lng, from[0]), lat]]);
      return { ends: [start!, end!], halfWidth: (spacingOf(fan) * (fan.length - 1)) / 2 };
    })
  );
  return new Map(free.map(([pair], i) => [pair, bows[i]!]));
}

function spacingOf({ length }: readonly ArcEvent[]): number {
  return Math.min(fanSpacing, fanWidth / length);
}

/** The path of an event among all that join the same two places, the middle of which is bowed by `middle`. */
function arcPath(
  event: ArcEvent,
  fan: readonly ArcEvent[],
  middle: number,
  places: ReadonlyMap<string, Place>,
  onGlobe: boolean
): ArcPath {
  const [first, second] = pairOf(event);
  const index = fan.indexOf(event);
  const slot = index - (fan.length - 1) / 2;
  const forward = event.geometry.from === first;
  const via = waypoints(fan, event, first);
  const ends = [lngLatOf(places, first), ...via, lngLatOf(places, second)];
  // A sea route has little room beside it.
  const share = via.length > 0 ? slot * seaRouteSpacing : middle + slot * spacingOf(fan);
  const spread = (onGlobe ? globe().bowOnGlobe : bow)(greatCircleThrough(ends), share);
  const stagger = fan.length > 1 ? (index % 2 === 0 ? -badgeStagger : badgeStagger) : 0;
  const points = forward ? spread : spread.reverse();
  const badgeAt = 0.5 + (forward ? stagger : -stagger);
  return { points, badgeAt, badge: pointAlong(points, badgeAt, onGlobe) };
}

/**
 * The waypoints of an event in its fan, from the pair's first place on. All that take the same way between the same two
 * places use the same ones, so that they run side by side.
 */
function waypoints(fan: readonly ArcEvent[], event: ArcEvent, first: string): readonly LngLat[] {
  if (event.geometry.via.length === 0) return [];
  const way = wayOf(event, first);
  const { geometry } = fan.find((other) => wayOf(other, first) === way)!;
  return geometry.from === first ? geometry.via : [...geometry.via].reverse();
}

/** A text that is the same for events that take the same way. */
function wayOf({ geometry: { from, through, way, via } }: ArcEvent, first: string): string {
  const forward = from === first ? through : [...through].reverse();
  return [way ?? (via.length > 0 ? 'sea' : 'air'), ...forward].join(' ');
}

function pairOf({ geometry: { from, to } }: ArcEvent): readonly [string, string] {
  return from < to ? [from, to] : [to, from];
}

function lngLatOf(places: ReadonlyMap<string, Place>, id: string): LngLat {
  return places.get(id)!.lngLat;
}

/** A great circle through two or more points, unwrapped: 64 segments for two points, 8 for each leg of several. */
export function greatCircleThrough(ends: readonly LngLat[]): LngLat[] {
  const path: LngLat[] = [ends[0]!];
  for (let i = 1; i < ends.length; i++) {
    const leg = greatCircle([...ends[i - 1]!], [...ends[i]!], {
      npoints: ends.length > 2 ? 9 : 65
    });
    // Turf cuts the line at the date line; here it is joined again and unwrapped.
    const { geometry } = leg;
    const points =
      geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat();
    for (const [lng, lat] of points as [number, number][]) {
      const last = path.at(-1)!;
      const near = nearLng(lng, last[0]);
      if (distance(last, [near, lat]) > 1e-9) path.push([near, lat]);
    }
  }
  return path;
}

/**
 * The path bowed sideways, most at its middle and not at all at its ends, by `share` of the distance between its
 * ends (positive: to the right of its direction). It is measured on the Mercator plane, so that a fan is even on
 * the screen.
 */
function bow(path: readonly LngLat[], share: number): LngLat[] {
  const plane = onMercator(path);
  const lengths = lengthsAlong(plane);
  const total = lengths.at(-1)!;
  const chord = distance(plane[0]!, plane.at(-1)!);
  return plane.map(([x, y], i) => {
    const [before, after] = [plane[Math.max(0, i - 1)]!, plane[Math.min(plane.length - 1, i + 1)]!];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = distance(before, after) || 1;
    const aside = Math.sin((Math.PI * lengths[i]!) / total) * share * chord;
    return [(x + (dy / length) * aside) * 360, latitudeAt(y - (dx / length) * aside)] as const;
  });
}

/** The point at a share (0 to 1) of a path's length on the Mercator plane, or on the globe. */
export function pointAlong(path: readonly LngLat[], share: number, onGlobe = false): LngLat {
  const lengths = onGlobe ? globe().lengthsOnGlobe(path) : lengthsAlong(onMercator(path));
  return pointAt(path, share * lengths.at(-1)!, lengths);
}

/** A path on the Mercator plane: the world is 1 wide, y northwards. */
function onMercator(path: readonly LngLat[]): Point[] {
  return path.map(([lng, lat]) => [lng / 360, mercatorY(lat)]);
}
