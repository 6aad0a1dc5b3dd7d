import { isBehind } from '../camera/camera.ts';
import { nearLng } from '../geometry/date-line.ts';
import type { Hue, LngLat } from '../story/story.ts';
import { hatchPx, lineForms, shapeMarks } from '../theme/marks.ts';
import type { View, ViewShape } from '../view.ts';
import { fill, stroke, type ColorName } from './colors.ts';
import type { Ground } from './ground.ts';
import { px } from './px.ts';
import { edgeDash, edgeWidth, shapePaths, type ShapeGround } from './shape-paths.ts';

/** What the layers of a View show, below its lines. */
export function drawLayers({ shapes, camera }: View, ground: Ground): string {
  return shapes
    .map((shape) => {
      const [labelLng] = shape.event.geometry.label;
      const shift = nearLng(labelLng, camera.center[0]) - labelLng;
      const near = ([lng, lat]: LngLat): LngLat => [lng + shift, lat];
      return drawShape(shape, {
        ring: (points) => ground.ringOf(points.map(near)),
        pieces: (points) => ground.piecesOf(points.map(near)),
        point: (point) => (isBehind(camera, point) ? null : ground.project(near(point)))
      });
    })
    .join('');
}

/** What a layer shows on a ground. */
function drawShape(
  { event, opacity }: Pick<ViewShape, 'event' | 'opacity'>,
  ground: ShapeGround
): string {
  const { kind, geometry, certainty } = event;
  const hue: ColorName = `hue-${kind.hue}`;
  const form = lineForms[certainty];
  const { area, edge, points } = shapePaths(event, ground);
  const tint = `<path class="${fill(hue)}" fill-rule="evenodd" fill-opacity="${px(shapeMarks.tintOpacity * opacity)}" d="${area}"/>`;
  const hatch = `<path fill="url(#${hatchId(kind.hue)})" fill-rule="evenodd" opacity="${px(opacity)}" d="${area}"/>`;
  const filled = geometry.form === 'tint' ? tint : geometry.form === 'hatch' ? hatch : '';
  const dash = edgeDash(certainty);
  const dashed = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  const line = `<path class="${stroke(hue)}" fill="none" stroke-width="${px(edgeWidth(certainty))}" stroke-linejoin="round"${form.dotted ? ' stroke-linecap="round"' : ''}${dashed} stroke-opacity="${px(opacity * form.opacity)}" d="${edge}"/>`;
  const [inside, ring]: ColorName[] = form.open ? ['card', hue] : [hue, 'card'];
  const dots = points.map(
    ([x, y]) =>
      `<circle class="${fill(inside!)} ${stroke(ring!)}" cx="${px(x)}" cy="${px(y)}" r="${shapeMarks.pointPx}" stroke-width="1.5" opacity="${px(opacity)}"/>`
  );
  return (area && filled) + (edge && line) + dots.join('');
}

export const swatchPx = { width: 24, height: 15 } as const;

/** A sample of what a layer shows, as it is drawn on the map, from a point on its left edge. */
export function drawSwatch(event: ViewShape['event'], x: number, y: number): string {
  const { areas, lines } = event.geometry;
  const { width, height } = swatchPx;
  const [left, right] = [x + 1, x + width - 1];
  const [top, bottom] = [y - height / 2 + 1, y + height / 2 - 1];
  const corners: LngLat[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top]
  ];
  const sample = {
    ...event.geometry,
    areas: areas.length > 0 ? [[corners]] : [],
    lines:
      areas.length === 0 && lines.length > 0
        ? [
            [
              [left, y],
              [right, y]
            ] as LngLat[]
          ]
        : [],
    points: areas.length + lines.length === 0 ? [[x + width / 2, y] as LngLat] : []
  };
  const hills = `<path class="${fill(`hue-${event.kind.hue}`)}" opacity=".6" d="M${left + 3} ${bottom - 1.5}l5.5-7 4 4.5 2.5-2.5 4 5z"/>`;
  const drawn = drawShape(
    { event: { ...event, geometry: sample }, opacity: 1 },
    {
      ring: (points) => points,
      pieces: (points) => [points],
      point: (point) => point
    }
  );
  return (event.geometry.picture ? hills : '') + drawn;
}

/** The hatches that some shapes refer to. */
export function layerDefs(shapes: readonly ViewShape['event'][]): string {
  const hues = new Set(
    shapes.filter(({ geometry }) => geometry.form === 'hatch').map(({ kind }) => kind.hue)
  );
  return [...hues]
    .sort()
    .map(
      (hue) =>
        `<pattern id="${hatchId(hue)}" width="${hatchPx.spacing}" height="${hatchPx.spacing}" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">` +
        `<path class="${stroke(`hue-${hue}`)}" stroke-width="${shapeMarks.hatchPx}" d="M${hatchPx.spacing / 2} 0v${hatchPx.spacing}"/></pattern>`
    )
    .join('');
}

function hatchId(hue: Hue): string {
  return `hatch-${hue}`;
}
