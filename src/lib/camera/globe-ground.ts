import type { Frame } from '../frame.ts';
import { interpolate, type Point } from '../geometry/polyline.ts';
import type { Camera, LngLat } from '../story/story.ts';
import { latitudeAt, mercatorY } from './camera.ts';
import { GlobeViewport } from './globe.ts';

/** The ground of a globe: as `MercatorGround`, but a line on it is measured where it is seen, px of the frame. */
export class GlobeGround {
  readonly camera: Camera;
  readonly frame: Frame;
  readonly viewport: GlobeViewport;
  /** The length of the equator, px. */
  readonly worldPx: number;

  constructor(camera: Camera, frame: Frame) {
    this.camera = camera;
    this.frame = frame;
    this.viewport = new GlobeViewport(camera, frame);
    this.worldPx = 2 * Math.PI * this.viewport.radius;
  }

  lineOf(path: readonly LngLat[]): Point[] {
    return path.map((lngLat) => this.viewport.project(lngLat));
  }

  toFrame(point: Point): Point {
    return point;
  }

  project(lngLat: LngLat): Point {
    return this.viewport.project(lngLat);
  }

  /** The parts of a path on the near side, from and to which length along it, given that of each point. */
  seenSpans(
    path: readonly LngLat[],
    lengths: readonly number[]
  ): readonly (readonly [from: number, to: number])[] {
    const depths = path.map((lngLat) => this.viewport.depth(lngLat));
    const spans: [number, number][] = [];
    for (let i = 1; i < path.length; i++) {
      const [before, after] = [depths[i - 1]!, depths[i]!];
      if (before < 0 && after < 0) continue;
      const length = lengths[i]! - lengths[i - 1]!;
      const edge = lengths[i - 1]! + (length * before) / (before - after || 1);
      const from = before < 0 ? edge : lengths[i - 1]!;
      const to = after < 0 ? edge : lengths[i]!;
      const last = spans.at(-1);
      if (last?.[1] === from) last[1] = to;
      else spans.push([from, to]);
    }
    return spans;
  }

  /** The parts of a line on the near side, px of the frame. */
  piecesOf(line: readonly LngLat[]): Point[][] {
    const path = onCourse(line);
    const points = this.lineOf(path);
    const depths = path.map((lngLat) => this.viewport.depth(lngLat));
    const pieces: Point[][] = [];
    points.forEach((point, i) => {
      const [before, now] = [depths[i - 1] ?? -1, depths[i]!];
      const cross = () => interpolate(points[i - 1]!, point, before / (before - now));
      if (now >= 0) {
        if (before < 0) pieces.push(i === 0 ? [] : [cross()]);
        pieces.at(-1)!.push(point);
      } else if (before >= 0) pieces.at(-1)!.push(cross());
    });
    return pieces;
  }

  /** A ring on the near side, px of the frame: where it goes behind, it follows the globe's edge, the shorter way. */
  ringOf(ring: readonly LngLat[]): Point[] {
    const pieces = this.piecesOf([...ring, ring[0]!]);
    return pieces.flatMap((piece, i) => [
      ...piece,
      ...this.#alongEdge(piece.at(-1)!, pieces[(i + 1) % pieces.length]![0]!)
    ]);
  }

  #alongEdge(from: Point, to: Point): Point[] {
    const { middle, discRadius } = this.viewport;
    const angleOf = ([x, y]: Point) => Math.atan2(y - middle[1], x - middle[0]);
    const [start, end] = [angleOf(from), angleOf(to)];
    const turn = Math.atan2(Math.sin(end - start), Math.cos(end - start));
    const count = Math.floor(Math.abs(turn) / edgeStep);
    return Array.from({ length: count }, (_, i) => {
      const angle = start + (turn * (i + 1)) / (count + 1);
      return [middle[0] + discRadius * Math.cos(angle), middle[1] + discRadius * Math.sin(angle)];
    });
  }
}

/** Points on the globe's edge are no farther apart, radians. */
const edgeStep = 0.05;
/** A straight line of the Mercator plane bends on the globe: it is cut into pieces no longer than this, degrees. */
const longest = 2;

/** A line with points so close together that it keeps its course, which is straight on the Mercator plane. */
function onCourse(line: readonly LngLat[]): LngLat[] {
  return line.flatMap((end, i) => {
    const start = line[i - 1] ?? end;
    const count = Math.max(
      1,
      Math.ceil(Math.max(...[0, 1].map((k) => Math.abs(end[k]! - start[k]!))) / longest)
    );
    if (count === 1) return [end];
    const [from, to] = [mercatorY(start[1]), mercatorY(end[1])];
    return Array.from({ length: count }, (_, piece): LngLat => {
      const share = (piece + 1) / count;
      return [start[0] + (end[0] - start[0]) * share, latitudeAt(from + (to - from) * share)];
    });
  });
}
