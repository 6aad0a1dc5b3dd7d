import { nearLng } from '../geometry/date-line.ts';
import { ringEdges } from '../geometry/ring-edges.ts';
import type { Point } from '../geometry/polyline.ts';
import type { LngLat } from '../story/story.ts';
import { lineForms, shapeMarks } from '../theme/marks.ts';
import type { View, ViewShape } from '../view.ts';
import type { Ground } from './ground.ts';
import { pathData } from './path-data.ts';

/** What a layer shows as SVG path data, px in the frame. */
export interface ShapePaths {
  /** The areas, to be filled by the even-odd rule; empty where there are none. */
  readonly area: string;
  /** The lines, or the edges of the areas. */
  readonly edge: string;
  readonly points: readonly Point[];
}

/** The paths of a shape on the ground under a View's camera. */
export function shapePaths(
  { event: { geometry } }: Pick<ViewShape, 'event'>,
  { camera }: Pick<View, 'camera'>,
  ground: Ground
): ShapePaths {
  const shift = nearLng(geometry.label[0], camera.center[0]) - geometry.label[0];
  const project = ([lng, lat]: LngLat) => ground.project([lng + shift, lat]);
  const rings = geometry.areas.flat();
  const area = rings.map((ring) => pathData(ring.map(project), true)).join('');
  const lines = [...geometry.lines, ...rings.flatMap(ringEdges)];
  return {
    area,
    edge: lines.map((line) => pathData(line.map(project), false)).join(''),
    points: geometry.points.map(project)
  };
}

/** The dashes of a shape's edge, px: on and off by turns, the dots of a dotted one of no length. */
export function edgeDash({ event: { certainty } }: Pick<ViewShape, 'event'>): readonly number[] {
  const { dash, dotted } = lineForms[certainty];
  return dotted ? [0.01, dash[0]! + dash[1]! - 0.01] : dash;
}

/** The width of a shape's edge, px: dots are wider than lines, so that they are as strong. */
export function edgeWidth({ event: { certainty } }: Pick<ViewShape, 'event'>): number {
  return shapeMarks.edgePx * (lineForms[certainty].dotted ? 1.5 : 1);
}
