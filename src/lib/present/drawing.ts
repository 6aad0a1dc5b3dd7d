import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import simplify from 'simplify-js';
import * as v from 'valibot';
import { isBehind, maxLatitude, viewportOf } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Frame } from '../frame.ts';
import type { Camera, LngLat } from '../story/story.ts';

/** The pens: names of the palette's colours. */
const pens = ['accent', 'ink'] as const;
export type Pen = (typeof pens)[number];

/** How thick each weight is, px of the View's frame. */
export const weightPx = { fine: 3, broad: 7 } as const;
type Weight = keyof typeof weightPx;

/** A line drawn by hand; a lone point is a dot. Longitudes are unwrapped: no jump of more than 180°. */
export interface Stroke {
  readonly pen: Pen;
  readonly weight: Weight;
  readonly points: readonly LngLat[];
}

/** What has been drawn on the map, by the id of the step at which it was. */
export type Drawing = Readonly<Record<string, readonly Stroke[]>>;

export const emptyDrawing: Drawing = {};

/** What of a View places a drawing on it. */
export interface Seen {
  readonly camera: Camera;
  readonly frame: Frame;
}

type Pixel = readonly [x: number, y: number];

/** More than any lesson draws: what exceeds it was not drawn on this page. */
const mostPoints = 20_000;
const mostStrokes = 2_000;
const mostSteps = 10_000;
/** How far, px, a point may lie from the simplified line without it. */
const tolerancePx = 0.8;
/** About 1 m on the ground. */
const decimals = 5;

/** The strokes drawn at a step. */
export function strokesAt(drawing: Drawing, step: string): readonly Stroke[] {
  return Object.hasOwn(drawing, step) ? drawing[step]! : [];
}

/** A drawing with another stroke at a step; a stroke without points changes nothing. */
export function addStroke(drawing: Drawing, step: string, stroke: Stroke): Drawing {
  if (stroke.points.length === 0) return drawing;
  return { ...drawing, [step]: [...strokesAt(drawing, step), stroke] };
}

/** A drawing without the last stroke of a step. */
export function undoStroke(drawing: Drawing, step: string): Drawing {
  return withStrokes(drawing, step, strokesAt(drawing, step).slice(0, -1));
}

/** A drawing without all strokes of a step; those of others stay. */
export function clearStep(drawing: Drawing, step: string): Drawing {
  return withStrokes(drawing, step, []);
}

function withStrokes(drawing: Drawing, step: string, strokes: readonly Stroke[]): Drawing {
  const others = Object.entries(drawing).filter(([id]) => id !== step);
  return Object.fromEntries(strokes.length === 0 ? others : [...others, [step, strokes]]);
}

/** The point of the map (degrees, unwrapped) under a point of the frame (px), within the latitudes of the map. */
export function lngLatAt({ camera, frame }: Seen, [x, y]: Pixel): LngLat {
  const [lng, lat] = viewportOf(camera, frame).unproject([x, y]);
  return [rounded(lng!), Math.min(maxLatitude, Math.max(-maxLatitude, rounded(lat!)))];
}

/**
 * Where points of the map lie in the frame, px. A line is moved by whole turns to where its first point is
 * nearest to the camera, and not torn; one that begins on the far side of a globe has none.
 */
export function pixelsOf({ camera, frame }: Seen, points: readonly LngLat[]): readonly Pixel[] {
  const [first] = points;
  if (first === undefined || isBehind(camera, first)) return [];
  const viewport = viewportOf(camera, frame);
  const shift = nearLng(first[0], camera.center[0]) - first[0];
  return points.map(([lng, lat]) => {
    const [x, y] = viewport.project([lng + shift, lat]);
    return [x!, y!];
  });
}

/** A line without the points that make no visible difference in this frame. */
export function simplifyPoints(seen: Seen, points: readonly LngLat[]): readonly LngLat[] {
  const pixels = pixelsOf(seen, points).map(([x, y], i) => ({ x, y, point: points[i]! }));
  return (simplify(pixels, tolerancePx, true) as typeof pixels).map(({ point }) => point);
}

/** The data of an SVG path through points, px; round caps make a dot of a single one. */
export function pathOf(pixels: readonly Pixel[]): string {
  const written = pixels.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  // A canvas draws nothing for a line without any length.
  return written.length === 1 ? `M${written[0]}h0.01` : `M${written.join('L')}`;
}

/** A point of the map (degrees, unwrapped) as another window or the storage has it. */
export const pointSchema: v.GenericSchema<unknown, LngLat> = v.pipe(
  v.tuple([
    v.pipe(v.number(), v.finite(), v.minValue(-900), v.maxValue(900)),
    v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90))
  ]),
  v.readonly()
);

/** A drawing as another window or the storage has it. */
export const drawingSchema: v.GenericSchema<unknown, Drawing> = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,200}$/)),
    v.pipe(
      v.array(
        v.object({
          pen: v.picklist(pens),
          weight: v.picklist(Object.keys(weightPx) as Weight[]),
          points: v.pipe(v.array(pointSchema), v.minLength(1), v.maxLength(mostPoints))
        })
      ),
      v.minLength(1),
      v.maxLength(mostStrokes)
    )
  ),
  v.check((drawing) => Object.keys(drawing).length <= mostSteps)
);

/**
 * A drawing as GeoJSON (RFC 7946, degrees): a line a stroke, a point where it is a dot, with the step, the pen
 * and the weight. Each begins within −180 to 180; one that crosses the date line goes on beyond.
 */
export function drawingGeoJson(
  drawing: Drawing,
  steps: readonly { readonly id: string; readonly title: string }[]
): FeatureCollection<LineString | Point> {
  return {
    type: 'FeatureCollection',
    features: steps.flatMap(({ id, title }) =>
      strokesAt(drawing, id).map(({ pen, weight, points }): Feature<LineString | Point> => ({
        type: 'Feature',
        properties: { step: id, title, pen, weight },
        geometry: geometryOf(points)
      }))
    )
  };
}

function geometryOf(points: readonly LngLat[]): LineString | Point {
  const shift = nearLng(points[0]![0], 0) - points[0]![0];
  const coordinates = points.map(([lng, lat]) => [rounded(lng + shift), lat]);
  return coordinates.length === 1
    ? { type: 'Point', coordinates: coordinates[0]! }
    : { type: 'LineString', coordinates };
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(decimals));
}
