import { hatchPx } from '../theme/marks.ts';
import type { Frame } from '../frame.ts';
import type { BasePath } from './base-paths.ts';
import { fill, stroke, type ColorName } from './colors.ts';
import { drawGraticule, globeDisc } from './draw-globe.ts';
import { isOnGlobe, type Ground } from './ground.ts';
import { PathData } from './path-data.ts';
import { px } from './px.ts';

/** A line's width at two zooms, px, interpolated between them and constant beyond; dashes are in widths of the line. */
export interface BaseLine {
  readonly color: ColorName;
  readonly width: readonly [zoom: number, px: number, zoomThere: number, pxThere: number];
  readonly dash?: readonly number[];
}

/** The line styles of the geography, the same as in the live map's style. */
export const baseLines = {
  river: { color: 'river', width: [3, 0.4, 7, 1.3] },
  coast: { color: 'coast', width: [2, 0.5, 6, 0.9] },
  edgeFirst: { color: 'edgeFirst', width: [2, 0.5, 6, 0.9] },
  edgeSecond: { color: 'edgeSecond', width: [2, 0.5, 6, 0.9] },
  edgeOther: { color: 'edgeOther', width: [2, 0.5, 6, 0.9] },
  border: { color: 'border', width: [2, 0.5, 6, 0.9] },
  disputed: { color: 'borderContested', width: [2, 0.7, 6, 1.1], dash: [4, 3] },
  control: { color: 'borderContested', width: [2, 0.7, 6, 1.1], dash: [4, 2, 1, 2] },
  group: { color: 'groupOutline', width: [0, 1.2, 22, 1.2] },
  lake: { color: 'coast', width: [0, 0.5, 22, 0.5] }
} as const satisfies Partial<Record<BasePath['style'], BaseLine>>;

const areas = {
  land: 'land',
  mask: 'sea',
  first: 'tintFirst',
  second: 'tintSecond',
  other: 'tintOther',
  lake: 'sea'
} as const satisfies Partial<Record<BasePath['style'], ColorName>>;

/** The lines of a globe, the same as on the live map. */
const globeLines = {
  color: 'coast',
  graticulePx: 0.5,
  graticuleOpacity: 0.5,
  edgePx: 0.9
} as const;

/** The opacity of the hatch. */
const contestedOpacity = 0.75;
/** The width of the stroke that covers the hairline gap between two adjacent pieces of land, px. */
const seamPx = 0.4;

/** The definitions that the geography refers to by id. */
export const baseDefs =
  `<pattern id="hatch" width="${hatchPx.spacing}" height="${hatchPx.spacing}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path class="${stroke('hatch')}" stroke-width="${hatchPx.width}" d="M${hatchPx.spacing / 2} 0v${hatchPx.spacing}"/></pattern>`;

/**
 * The paths of the geography on the sea as SVG, at a zoom. The sea fills the frame; that of a globe is a disc with an
 * edge, on paper.
 *
 * @param laid what lies on the land and the sea, below all lines but rivers
 */
export function drawBase(
  paths: readonly BasePath[],
  zoom: number,
  ground: Ground,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  laid = ''
): string {
  const firstLine = paths.findLastIndex(({ style }) => style in areas || style === 'river') + 1;
  const draw = (some: readonly BasePath[]) => some.map((path) => drawPath(path, zoom)).join('');
  const land = draw(paths.slice(0, firstLine)) + laid + draw(paths.slice(firstLine));
  const whole = `d="M0 0h${width}v${height}H0z"`;
  if (!isOnGlobe(ground)) return `<path class="${fill('sea')}" ${whole}/>${land}`;
  const disc = `d="${globeDisc(ground)}"`;
  const lines = new PathData();
  drawGraticule(ground, lines);
  return (
    `<path class="${fill('paper')}" ${whole}/><path class="${fill('sea')}" ${disc}/>` +
    `<path class="${stroke(globeLines.color)}" fill="none" stroke-width="${px(globeLines.graticulePx)}" opacity="${px(globeLines.graticuleOpacity)}" d="${lines.toString()}"/>` +
    `${land}<path class="${stroke(globeLines.color)}" fill="none" stroke-width="${px(globeLines.edgePx)}" ${disc}/>`
  );
}

function drawPath({ style, opacity, data }: BasePath, zoom: number): string {
  const faint = opacity < 1 ? ` opacity="${px(opacity)}"` : '';
  if (style === 'contested') {
    return `<path fill="url(#hatch)" opacity="${px(contestedOpacity * opacity)}" d="${data}"/>`;
  }
  const area = style in areas ? areas[style as keyof typeof areas] : null;
  const line = style in baseLines ? baseLines[style as keyof typeof baseLines] : null;
  const color = line?.color ?? area!;
  const width = line === null ? seamPx : widthAt(line, zoom);
  const dash =
    line !== null && 'dash' in line
      ? ` stroke-dasharray="${line.dash.map((part) => px(part * width)).join(' ')}"`
      : '';
  const classes = [...(area === null ? [] : [fill(area)]), stroke(color)].join(' ');
  const unfilled = area === null ? ' fill="none"' : '';
  return `<path class="${classes}"${unfilled} stroke-width="${px(width)}"${dash}${faint} d="${data}"/>`;
}

function widthAt({ width: [from, atFrom, to, atTo] }: BaseLine, zoom: number): number {
  const share = Math.min(1, Math.max(0, (zoom - from) / (to - from)));
  return atFrom + (atTo - atFrom) * share;
}
