import type { LabelKind } from '../labels/label-kinds.ts';
import { textWidth } from '../labels/text-width.ts';
import { dotPx, lineForms } from '../theme/marks.ts';
import { kindsOf } from '../story/kinds-of.ts';
import type { EventKind } from '../story/story.ts';
import { keptOpacity, marksOf, type View, type ViewLabel } from '../view.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import { arcShape } from './arc-shape.ts';
import { fill, stroke, type ColorName } from './colors.ts';
import type { Ground } from './ground.ts';
import { px } from './px.ts';

/** The diameter of a badge, px: of an event that the step shows, and of one kept from another step. */
const badgePx = { foremost: 22, kept: 18 } as const;
/** An event less opaque than this is a kept one. */
const foremostFrom = 0.9;

/** The arcs of a View; those that the step shows are on top. */
export function drawArcs({ arcs }: Pick<View, 'arcs'>, ground: Ground): string {
  return [...arcs]
    .sort((a, b) => Number(a.opacity >= foremostFrom) - Number(b.opacity >= foremostFrom))
    .map((arc) => {
      const { kind, certainty } = arc.event;
      const form = lineForms[certainty];
      const { fill: filled, dots } = arcShape(arc, form, ground);
      const round = [...dots].map(
        ([diameter, data]) =>
          `<path class="${stroke(`hue-${kind.hue}`)}" stroke-width="${diameter}" stroke-linecap="round" d="${data}"/>`
      );
      const opacity = px(arc.opacity * form.opacity);
      // Each shape has its own opacity: a group opacity on an arc far larger than the frame is too much for some
      // renderers.
      return `<g fill-opacity="${opacity}" stroke-opacity="${opacity}"><path class="${fill(`hue-${kind.hue}`)}" d="${filled}"/>${round.join('')}</g>`;
    })
    .join('');
}

/** The dots of the places of a View. */
export function drawDots({ dots }: Pick<View, 'dots'>, ground: Ground): string {
  return dots
    .map(({ lngLat, opacity }) => {
      const [x, y] = ground.project(lngLat);
      return `<circle class="${fill('ink')} ${stroke('paper')}" cx="${px(x)}" cy="${px(y)}" r="${dotPx.radius + dotPx.ring / 2}" stroke-width="${dotPx.ring}"${faint(opacity)}/>`;
    })
    .join('');
}

/** The badges of the events of a View that lie in the frame's free part, as on the live map. */
export function drawBadges(view: View): string {
  const { width, height, padding } = view.frame;
  return marksOf(view)
    .flatMap(({ event, badge, opacity }) => {
      if (badge === null) return [];
      const [x, y] = badge;
      if (x <= padding.left || y <= 0 || x >= width || y >= height - padding.bottom) return [];
      const size = opacity < foremostFrom ? badgePx.kept : badgePx.foremost;
      // Badges must stay legible, so they fade less than lines.
      const shown = opacity < keptOpacity ? (opacity / keptOpacity) * 0.7 : Math.max(0.7, opacity);
      return [drawBadge(event.kind, lineForms[event.certainty].open, [x, y], size, shown)];
    })
    .join('');
}

/** A kind's sign on a disc around a point; an open badge is an outline on paper. */
export function drawBadge(
  kind: EventKind,
  open: boolean,
  [x, y]: readonly [number, number],
  sizePx: number,
  opacity = 1
): string {
  const scale = sizePx / 24;
  const hue: ColorName = `hue-${kind.hue}`;
  const [disc, edge, sign]: ColorName[] = open ? ['card', hue, hue] : [hue, 'card', 'card'];
  return (
    `<g transform="translate(${px(x - sizePx / 2)} ${px(y - sizePx / 2)})scale(${Number(scale.toFixed(4))})"${faint(opacity)}>` +
    `<circle class="${fill(disc!)} ${stroke(edge!)}" cx="12" cy="12" r="10.6" stroke-width="1.6"/>` +
    `<use class="${fill(sign!)}" href="#${signId(kind)}"/></g>`
  );
}

/** The definitions of the signs that the badges in a piece of SVG of a View use. */
export function signDefs(svg: string, view: View): string {
  return kindsOf(marksOf(view).map(({ event }) => event))
    .filter((kind) => svg.includes(`href="#${signId(kind)}"`))
    .map(
      (kind) =>
        `<path id="${signId(kind)}" fill-rule="evenodd" transform="translate(5 5)scale(.875)" d="${kind.sign}"/>`
    )
    .join('');
}

function signId({ id }: EventKind): string {
  return `sign-${id}`;
}

const labelColors: Readonly<Record<LabelKind, readonly [text: ColorName, halo: ColorName]>> = {
  country: ['labelCountry', 'land'],
  group: ['labelCountry', 'land'],
  sea: ['labelSea', 'sea'],
  place: ['labelPlace', 'land'],
  arc: ['labelPlace', 'land']
};

/**
 * From the middle of a label's height down to its baseline, em: `dominant-baseline: central` for Noto Sans, which
 * not every renderer knows.
 */
const baselineEm = 0.388;

/** The type of the labels; their colours come from classes. */
export const labelSheet =
  'text{font-family:"Noto Sans","Noto Sans Arabic","Noto Sans Hebrew","Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}' +
  '.label{paint-order:stroke;stroke-width:3px;stroke-linejoin:round;direction:ltr;unicode-bidi:plaintext}' +
  '.country,.group{stroke-opacity:.8}.group,.place{font-weight:600}.sea{font-style:italic}.arc{font-weight:500;stroke-width:4px}';

/** The labels of a View. */
export function drawLabels({ labels }: Pick<View, 'labels'>): string {
  return labels.map(drawLabel).join('');
}

function drawLabel({ kind, text, x, y, anchor, sizePx, spacingEm, opacity }: ViewLabel): string {
  const [color, halo] = labelColors[kind];
  const spacing = spacingEm * sizePx;
  // Written in capitals rather than styled so: not every SVG renderer knows `text-transform`.
  const shown = kind === 'country' || kind === 'group' ? text.toLocaleUpperCase() : text;
  // Fits any other typeface, such as that of the page around the picture, into the measured width.
  const length =
    spacing > 0
      ? ''
      : ` textLength="${px(textWidth(shown, sizePx))}" lengthAdjust="spacingAndGlyphs"`;
  return (
    `<text class="label ${kind} ${fill(color)} ${stroke(halo)}" x="${px(x)}" y="${px(y + baselineEm * sizePx)}"` +
    ` font-size="${sizePx}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}` +
    `${spacing > 0 ? ` letter-spacing="${px(spacing)}"` : ''}${length}${faint(opacity)}>${escapeXml(shown)}</text>`
  );
}

function faint(opacity: number): string {
  return opacity < 1 ? ` opacity="${px(opacity)}"` : '';
}
