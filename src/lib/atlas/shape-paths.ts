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

/** Where the parts of a shape are in the frame, px. On a globe some are not to be seen. */
export interface ShapeGround {
  /** A ring, or what of it is to be seen; empty where nothing is. */
  ring(points: readonly LngLat[]): readonly Point[];
  /** The pieces of a line that are to be seen. */
  pieces(points: readonly LngLat[]): readonly (readonly Point[])[];
  /** Null where it is not to be seen. */
  point(lngLat: LngLat): Point | null;
}

/** The paths of a shape on a ground. */
export function shapePaths({ geometry }: ViewShape['event'], ground: ShapeGround): ShapePaths {
  const rings = geometry.areas.flat();
  const lines = [...geometry.lines, ...rings.flatMap(ringEdges)];
  return {
    area: rings
      .map((ring) => ground.ring(ring))
      .filter(({ length }) => length > 0)
      .map((ring) => pathData(ring, true))
      .join(''),
    edge: lines
      .flatMap((line) => ground.pieces(line))
      .map((piece) => pathData(piece, false))
      .join(''),
    points: geometry.points.map((point) => ground.point(point)).filter((point) => point !== null)
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
