import { storyEvent } from '../story/fixtures.ts';
import type { View, ViewArc } from '../view.ts';

/** An arc along the equator from 0° to 10° E, for tests. */
export function equatorArc(id: string, changes: Partial<ViewArc> = {}): ViewArc {
  const event = storyEvent({
    id,
    geometry: { type: 'arc', from: 'a', to: 'b', through: [], way: null, via: [] }
  });
  const path = [
    [0, 0],
    [5, 0],
    [10, 0]
  ] as const;
  return { event, path, drawn: 1, opacity: 1, badge: null, ...changes };
}

/** A View of nothing, for tests. */
export function emptyView(changes: Partial<View> = {}): View {
  return {
    position: 0,
    step: 0,
    frame: { width: 800, height: 500, padding: { top: 0, right: 0, bottom: 0, left: 0 } },
    camera: { center: [5, 0], zoom: 4, bearing: 0, pitch: 0 },
    fade: 1,
    arcs: [],
    markers: [],
    shapes: [],
    dots: [],
    highlights: [],
    groups: [],
    labels: [],
    ...changes
  };
}
