import type { Hue } from '../story/story.ts';
import { hatchPx, lineForms, shapeMarks } from '../theme/marks.ts';
import type { View } from '../view.ts';
import { fill, stroke, type ColorName } from './colors.ts';
import type { Ground } from './ground.ts';
import { px } from './px.ts';
import { edgeDash, edgeWidth, shapePaths } from './shape-paths.ts';

/** What the layers of a View show, below its lines. */
export function drawLayers(view: View, ground: Ground): string {
  return view.shapes
    .map((shape) => {
      const { kind, geometry, certainty } = shape.event;
      const hue: ColorName = `hue-${kind.hue}`;
      const { area, edge, points } = shapePaths(shape, view, ground);
      const { opacity } = shape;
      const form = lineForms[certainty];
      const filled =
        geometry.form === 'tint'
          ? `<path class="${fill(hue)}" fill-rule="evenodd" fill-opacity="${px(shapeMarks.tintOpacity * opacity)}" d="${area}"/>`
          : geometry.form === 'hatch'
            ? `<path fill="url(#${hatchId(kind.hue)})" fill-rule="evenodd" opacity="${px(opacity)}" d="${area}"/>`
            : '';
      const dash = edgeDash(shape);
      const dashed = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
      const line = `<path class="${stroke(hue)}" fill="none" stroke-width="${px(edgeWidth(shape))}" stroke-linejoin="round"${form.dotted ? ' stroke-linecap="round"' : ''}${dashed} stroke-opacity="${px(opacity * form.opacity)}" d="${edge}"/>`;
      const dots = points.map(
        ([x, y]) =>
          `<circle class="${form.open ? fill('card') : fill(hue)} ${stroke(form.open ? hue : 'card')}" cx="${px(x)}" cy="${px(y)}" r="${shapeMarks.pointPx}" stroke-width="1.5" opacity="${px(opacity)}"/>`
      );
      return (area && filled) + (edge && line) + dots.join('');
    })
    .join('');
}

/** The hatches that a View's layers refer to. */
export function layerDefs({ shapes }: Pick<View, 'shapes'>): string {
  const hues = new Set(
    shapes
      .filter(({ event: { geometry } }) => geometry.form === 'hatch')
      .map(({ event: { kind } }) => kind.hue)
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
