import type { Box } from '../../frame.ts';
import type { Point } from '../../geometry/polyline.ts';
import { px } from '../px.ts';
import type { Texture } from './tactile-areas.ts';

/** A stroke from a point, by so much to the east and to the south, mm; a dot goes nowhere. */
type Mark = readonly [x: number, y: number, dx: number, dy: number];

/** What is repeated all over an area, mm. */
interface Repeated {
  /** How far apart one and the next are, from west to east and from north to south. */
  readonly step: readonly [x: number, y: number];
  readonly width: number;
  readonly cap: 'round' | 'square';
  /** Whether its marks are apart from one another: then none is cut by the area’s edge. */
  readonly apart: boolean;
  readonly marks: readonly Mark[];
}

/**
 * Textures as strokes and dots of their own: browsers print SVG patterns as pictures, whose grey edges would swell in part.
 * Slanting lines run from one point of the grid to the next.
 */
const repeated: Readonly<Record<Texture | 'sea', Repeated>> = {
  lines: { step: [6.4, 6.4], width: 1, cap: 'square', apart: false, marks: [[0, 0, 6.4, 6.4]] },
  bands: { step: [13, 13], width: 3, cap: 'square', apart: false, marks: [[0, 0, 13, -13]] },
  grid: {
    step: [6.5, 6.5],
    width: 0.9,
    cap: 'square',
    apart: false,
    marks: [
      [0, 0, 6.5, 0],
      [0, 0, 0, 6.5]
    ]
  },
  // Larger and wider apart than the dots of Braille.
  dots: {
    step: [8.5, 8.5],
    width: 2.4,
    cap: 'round',
    apart: true,
    marks: [
      [0, 0, 0.01, 0],
      [4.25, 4.25, 0.01, 0]
    ]
  },
  bars: {
    step: [5, 10],
    width: 1.2,
    cap: 'square',
    apart: true,
    marks: [
      [0, 0, 0, 4.5],
      [2.5, 5, 0, 4.5]
    ]
  },
  // Sparse, so that the land stands out.
  sea: {
    step: [16, 14],
    width: 0.8,
    cap: 'square',
    apart: true,
    marks: [
      [0, 0, 6, 0],
      [8, 7, 6, 0]
    ]
  }
};

/**
 * A texture over a box, to be clipped by its area. Wherever the box is, the texture lies in the same way.
 *
 * @param isInside whether a point is in the area; all are by default
 */
export function drawTexture(
  texture: Texture | 'sea',
  { left, top, right, bottom }: Box,
  isInside: (point: Point) => boolean = () => true
): string {
  const { step, width, cap, apart, marks } = repeated[texture];
  const [columns, rows] = [points(left, right, step[0]), points(top, bottom, step[1])];
  const data = rows.flatMap((y) =>
    columns.flatMap((x) =>
      marks
        .map(([dx, dy, ...run]): Mark => [x + dx, y + dy, ...run])
        .filter(([x, y, dx, dy]) => !apart || (isInside([x, y]) && isInside([x + dx, y + dy])))
        .map((mark) => mark.map(px))
        .map(([x, y, dx, dy]) => `M${x} ${y}l${dx} ${dy}`)
    )
  );
  return `<path data-texture="${texture}" fill="none" stroke="#000" stroke-width="${width}" stroke-linecap="${cap}" d="${data.join('')}"/>`;
}

/** The points of a grid from one before a box to one after it. */
function points(from: number, to: number, step: number): number[] {
  const first = Math.floor(from / step) - 1;
  const last = Math.ceil(to / step) + 1;
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}
