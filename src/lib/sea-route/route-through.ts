import type { LngLat, Way } from '../story/story.ts';
import type { Land } from './country-land.ts';
import { landRoute, seaRoute } from './sea-route.ts';

/**
 * Returns the waypoints of a way through two or more points, without its ends. Over the sea or over land each leg finds
 * its own route; a leg that has none is given by the index of its first point. By air, legs are great circles.
 */
export function routeThrough(
  points: readonly LngLat[],
  way: Way,
  land: Land
): readonly LngLat[] | { readonly blockedLeg: number } {
  const waypoints: LngLat[] = [];
  for (let leg = 0; leg < points.length - 1; leg++) {
    const [from, to] = [points[leg]!, points[leg + 1]!];
    if (leg > 0) waypoints.push(from);
    if (way === 'air') continue;
    const route = way === 'sea' ? seaRoute(from, to, land) : landRoute(from, to, land);
    if (route.length === 0) return { blockedLeg: leg };
    waypoints.push(...route);
  }
  return waypoints;
}
