import { PathLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import type { CourseArc } from './course.ts';

export interface ArcOverlay {
  show(arcs: readonly CourseArc[]): void;
}

/** deck.gl over a map, as its manual has it. */
export function addArcOverlay(map: MapLibreMap): ArcOverlay {
  const overlay = new MapLibreOverlay({ layers: [] });
  map.addControl(overlay as unknown as IControl);
  return {
    show(arcs) {
      overlay.setProps({
        layers: [
          new PathLayer<CourseArc>({
            id: 'arcs',
            data: arcs as CourseArc[],
            getPath: ({ path }) => path as [number, number][],
            getColor: ({ color }) => [...color],
            widthUnits: 'pixels',
            getWidth: ({ widthPx }) => widthPx
          })
        ]
      });
    }
  };
}
