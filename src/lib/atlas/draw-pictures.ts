import { isBehind, latitudeAt } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Point } from '../geometry/polyline.ts';
import type { LaidPicture, LngLat } from '../story/story.ts';
import { shapeMarks } from '../theme/marks.ts';
import type { View } from '../view.ts';
import { mercator, type Ground } from './ground.ts';
import { px } from './px.ts';

/** A picture is cut into no more than so many rows and columns. */
const mostCuts = 16;
/** A cell may be drawn so far from where it belongs, px: as a parallelogram it is so of its fourth corner alone. */
const exactPx = 0.75;
/** Cells lie over each other by so much of their size, so that no gap shows between them. */
const overlap = 0.02;

/** The four corners of a cell in the frame, px, in the order of a picture's. */
type Quad = readonly [Point, Point, Point, Point];

/**
 * The pictures that layers lay on the land, as SVG. Each is placed as MapLibre places an image on four corners: by the
 * projective mapping of the plane; where that or the camera bends it, it is cut into cells.
 *
 * @param hrefOf where a picture is found, or the picture itself as a data URL
 */
export function drawPictures(
  { shapes, camera }: Pick<View, 'shapes' | 'camera'>,
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
      });
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

/** The picture in the fewest cells that are parallelograms in the frame; those that are behind a globe are left out. */
function cellsOf(at: (across: number, down: number) => Point | null): Cell[] {
  for (let cuts = 1; ; cuts *= 2) {
    const size = 1 / cuts;
    const cells = Array.from({ length: cuts ** 2 }, (_, i): Cell | null => {
      const from: Point = [(i % cuts) * size, Math.floor(i / cuts) * size];
      const quad = [
        at(...from),
        at(from[0] + size, from[1]),
        at(from[0] + size, from[1] + size),
        at(from[0], from[1] + size)
      ];
      return quad.every((point) => point !== null)
        ? { from, size, quad: quad as unknown as Quad }
        : null;
    });
    const seen = cells.filter((cell) => cell !== null);
    const isExact =
      (seen.length === cells.length || cuts === mostCuts) &&
      seen.every(({ quad: [a, b, c, d] }) =>
        [0, 1].every((k) => Math.abs(a[k]! - b[k]! + c[k]! - d[k]!) < exactPx)
      );
    if (isExact || cuts === mostCuts) return seen;
  }
}

function drawCell({ from, size, quad: [a, b, , d] }: Cell, name: string): string {
  const matrix = [b[0] - a[0], b[1] - a[1], d[0] - a[0], d[1] - a[1]].map(px);
  const placed = `matrix(${matrix.join(' ')} ${px(a[0])} ${px(a[1])})`;
  const use = `<use href="#${name}"/>`;
  if (size === 1) return `<g transform="${placed}">${use}</g>`;
  const side = 1 + overlap;
  const box = [...from, size * side, size * side].map((value) => Number(value.toFixed(5)));
  return `<g transform="${placed}"><svg width="${side}" height="${side}" viewBox="${box.join(' ')}" preserveAspectRatio="none">${use}</svg></g>`;
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
