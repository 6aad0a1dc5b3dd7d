import { routeThrough } from '../sea-route/route-through.ts';
import { show, type Report } from './fault.ts';
import type { Register } from './register.ts';
import type { Place, StoryEvent } from '../story/story.ts';
import type { World } from './world.ts';

const file = 'events.csv';

/**
 * Returns the events, each line with the waypoints of its way; a port call goes by sea unless its author says
 * otherwise. A way that cannot be found is reported; of a port call it is a warning, and its line a great circle.
 */
export function leadEvents(
  events: Register<StoryEvent>,
  places: Register<Place>,
  world: World,
  { report, warn }: { readonly report: Report; readonly warn: Report }
): StoryEvent[] {
  return [...events.items.values()].map((event) => {
    const { geometry, kind } = event;
    if (geometry.type !== 'arc') return event;
    const way = geometry.way ?? (kind.id === 'port-call' ? 'sea' : 'air');
    const stops = [geometry.from, ...geometry.through, geometry.to];
    const points = stops.map((id) => places.items.get(id)!.lngLat);
    const via = routeThrough(points, way, world.land);
    if (!('blockedLeg' in via)) return { ...event, geometry: { ...geometry, via } };
    const [from, to] = stops.slice(via.blockedLeg);
    (geometry.way ? report : warn)({
      file,
      line: events.lines.get(event.id) ?? 1,
      where: `event ${show(event.id)}`,
      expected: `way: ${way} must have a way from ${show(from)} to ${show(to)}; lead it through other places, or leave way empty`,
      got: 'none'
    });
    return event;
  });
}
