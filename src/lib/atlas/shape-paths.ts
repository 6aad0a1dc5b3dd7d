import { ringEdges } from '../geometry/ring-edges.ts';
import type { Point } from '../geometry/polyline.ts';
import type { Certainty, LngLat } from '../story/story.ts';
import { lineForms, shapeMarks } from '../theme/marks.ts';
import type { ViewShape } from '../view.ts';
import { pathData } from './path-data.ts';

/** What a layer shows as SVG path data, px in the frame. */
export interface ShapePaths {
  /** The areas, to be filled by the even-odd rule; empty where there are none. */
  readonly area: string;
  /** The lines, or the edges of the areas. */
  readonly edge: string;
  readonly points: readonly Point[];
}

/** The paths of a shape, by where its points are in the frame. */
export function shapePaths(
  { geometry }: ViewShape['event'],
  project: (lngLat: LngLat) => Point
): ShapePaths {
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
export function edgeDash(certainty: Certainty): readonly number[] {
  const { dash, dotted } = lineForms[certainty];
  return dotted ? [0.01, dash[0]! + dash[1]! - 0.01] : dash;
}

/** The width of a shape's edge, px: dots are wider than lines, so that they are as strong. */
export function edgeWidth(certainty: Certainty): number {
  return shapeMarks.edgePx * (lineForms[certainty].dotted ? 1.5 : 1);
}
