import { isBehind, latitudeAt } from '../camera/camera.ts';
import type { Frame } from '../frame.ts';
import { nearLng } from '../geometry/date-line.ts';
import { distance, type Point } from '../geometry/polyline.ts';
import type { LaidPicture, LngLat } from '../story/story.ts';
import { shapeMarks } from '../theme/marks.ts';
import type { View } from '../view.ts';
import { mercator, type Ground } from './ground.ts';
import { px } from './px.ts';

/** No cell is less than this share of the picture's sides. */
const finest = 1 / 16;
/** Each corner of a cell may be drawn so far from where it belongs, px, because a cell is a parallelogram. */
const exactPx = 1;
/** Cells reach so far over each other, px, that no gap shows between them. */
const overlapPx = 1.5;

/** The four corners of a cell in the frame, px, in the order of a picture's. */
type Quad = readonly [Point, Point, Point, Point];

/**
 * The pictures that layers lay on the land, as SVG. Each is placed as MapLibre places an image on four corners: by the
 * projective mapping of the plane; where that or the camera bends it, it is cut into cells.
 *
 * @param hrefOf where a picture is found, or the picture itself as a data URL
 */
export function drawPictures(
  { shapes, camera, frame }: Pick<View, 'shapes' | 'camera' | 'frame'>,
  ground: Ground,
  hrefOf: (picture: LaidPicture) => string
): string {
  return shapes
    .map(({ event: { id, geometry }, opacity }) => {
      const { picture, label } = geometry;
      if (!picture) return '';
      const shift = nearLng(label[0], camera.center[0]) - label[0];
      const onPlane = projective(picture.corners.map(mercator) as unknown as Quad);
      const cells = cellsOf((across, down) => {
        const [x, y] = onPlane(across, down);
        const lngLat: LngLat = [360 * x + shift, latitudeAt(-y)];
        return isBehind(camera, lngLat) ? null : ground.project(lngLat);
      }, frame);
      if (cells.length === 0) return '';
      const name = `picture-${id}`;
      return (
        `<defs><image id="${name}" width="1" height="1" preserveAspectRatio="none" href="${hrefOf(picture)}"/></defs>` +
        `<g opacity="${px(shapeMarks.pictureOpacity * opacity)}">${cells.map((cell) => drawCell(cell, name)).join('')}</g>`
      );
    })
    .join('');
}

interface Cell {
  /** Its part of the picture, in shares of its width and height. */
  readonly from: Point;
  readonly size: number;
  readonly quad: Quad;
}

/**
 * The parts of a picture that are seen in the frame, in few cells that are parallelograms there. What a globe hides of it
 * is left out.
 */
function cellsOf(at: (across: number, down: number) => Point | null, frame: Frame): Cell[] {
  const cut = (x: number, y: number, size: number): Cell[] => {
    const [half, right, bottom] = [size / 2, x + size, y + size];
    const quad = [at(x, y), at(right, y), at(right, bottom), at(x, bottom)];
    const middles = [at(x + half, y), at(x, y + half)];
    const isWhole = [...quad, ...middles].every((point) => point !== null);
    const cell: Cell = { from: [x, y], size, quad: quad as unknown as Quad };
    if (isWhole && offPx(cell.quad, middles as Point[]) < exactPx)
      return isSeen(cell.quad, frame) ? [cell] : [];
    if (size <= finest) return isWhole && isSeen(cell.quad, frame) ? [cell] : [];
    return [y, y + half].flatMap((top) => [x, x + half].flatMap((left) => cut(left, top, half)));
  };
  return cut(0, 0, 1);
}

/** How far a quad, with the middles of its first and its last side, is from the parallelogram that is nearest to it, px. */
function offPx([a, b, c, d]: Quad, [top, left]: readonly Point[]): number {
  const corner = Math.hypot(a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]) / 4;
  const side = (from: Point, middle: Point, to: Point) =>
    distance(middle, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  return Math.max(corner, side(a, top!, b), side(a, left!, d));
}

function isSeen(quad: Quad, { width, height }: Frame): boolean {
  const [xs, ys] = [quad.map(([x]) => x), quad.map(([, y]) => y)];
  return (
    Math.max(...xs) > 0 &&
    Math.min(...xs) < width &&
    Math.max(...ys) > 0 &&
    Math.min(...ys) < height
  );
}

/** A cell as the parallelogram that is nearest to it. */
function drawCell({ from, size, quad: [a, b, c, d] }: Cell, name: string): string {
  const both = (value: (k: 0 | 1) => number): Point => [value(0), value(1)];
  const across = both((k) => (b[k] - a[k] + c[k] - d[k]) / 2);
  const down = both((k) => (d[k] - a[k] + c[k] - b[k]) / 2);
  const corner = both((k) => (a[k] + b[k] + c[k] + d[k]) / 4 - (across[k] + down[k]) / 2);
  const placed = `matrix(${[...across, ...down, ...corner].map(px).join(' ')})`;
  const use = `<use href="#${name}"/>`;
  if (size === 1) return `<g transform="${placed}">${use}</g>`;
  // Nested, it shows its part of the picture alone.
  const [moreX, moreY] = [across, down].map((side) => overlapPx / Math.max(1, Math.hypot(...side)));
  const outer = [-moreX!, -moreY!, 1 + 2 * moreX!, 1 + 2 * moreY!];
  const inner = [
    from[0] - moreX! * size,
    from[1] - moreY! * size,
    ...outer.slice(2).map((side) => side * size)
  ];
  const [x, y, width, height] = outer.map(share);
  return `<g transform="${placed}"><svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${inner.map(share).join(' ')}" preserveAspectRatio="none">${use}</svg></g>`;
}

function share(value: number): string {
  return String(Number(value.toFixed(5)));
}

/**
 * The projective mapping of the unit square, y downwards, onto four corners that bend nowhere inwards (Paul Heckbert,
 * Fundamentals of Texture Mapping and Image Warping, 1989, 2.2.3).
 */
function projective([a, b, c, d]: Quad): (across: number, down: number) => Point {
  const [x1, y1] = [b[0] - c[0], b[1] - c[1]];
  const [x2, y2] = [d[0] - c[0], d[1] - c[1]];
  const [x3, y3] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]];
  const whole = x1 * y2 - x2 * y1;
  const [g, h] = [(x3 * y2 - x2 * y3) / whole, (x1 * y3 - x3 * y1) / whole];
  return (across, down) => {
    const depth = g * across + h * down + 1;
    const along = (k: 0 | 1) =>
      (a[k] + (b[k] - a[k] + g * b[k]) * across + (d[k] - a[k] + h * d[k]) * down) / depth;
    return [along(0), along(1)];
  };
}
