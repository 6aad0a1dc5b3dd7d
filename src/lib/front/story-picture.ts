import type { AtlasBase } from '../atlas/atlas-base.ts';
import { basePaths } from '../atlas/base-paths.ts';
import { inPageColors } from '../atlas/colors.ts';
import { baseDefs, drawBase } from '../atlas/draw-base.ts';
import { drawArcs, drawBadges, drawDots, drawLabels, signDefs } from '../atlas/draw-marks.ts';
import { groundUnder, type Ground } from '../atlas/ground.ts';
import { px } from '../atlas/px.ts';
import { byDate } from '../story/step-events.ts';
import type { Story } from '../story/story.ts';
import { openingPosition, viewAt, type Frame, type View, type ViewArc } from '../view.ts';

/** Coarser than the other pictures, px²: all stories' pictures are part of one page. */
const detailPx2 = 1.6;

/**
 * A story's opening, with all its lines at once, as SVG for use inside a page: in the page's colours and letters, and
 * with ids of its own. Each line and its badge are a group with `--at`, when it is drawn (0 the first, 1 the last by
 * date), and `--from`, the shape that it grows from; `#<id>-ground` and `#<id>-lines` can be used by other drawings.
 *
 * @param id what its ids begin with, unique in the page
 */
export function storyPicture(story: Story, frame: Frame, base: AtlasBase, id: string): string {
  const view = viewAt(story, openingPosition, frame);
  const { camera, arcs, markers } = view;
  const { width, height } = frame;
  const ground = groundUnder(camera, frame);
  const order = byDate(arcs.map(({ event }) => event));
  const inTurn = (arc: ViewArc, name: string, drawn: string) => {
    const at = order.indexOf(arc.event) / Math.max(1, order.length - 1);
    return `<g class="${name}" style="--at:${px(at)};--from:${grownFrom(arc, ground)}">${drawn}</g>`;
  };
  const badges =
    arcs.map((arc) => inTurn(arc, 'badge', drawBadges(only(view, [arc])))).join('') +
    drawBadges({ ...view, arcs: [], shapes: [], markers });
  const body =
    `<g id="ground">${drawBase(basePaths(view, base, ground, detailPx2), camera.zoom, ground, frame)}</g>` +
    `<g id="lines">${arcs.map((arc) => inTurn(arc, 'line', drawArcs(only(view, [arc]), ground))).join('')}</g>` +
    drawDots(view, ground) +
    drawLabels(view) +
    badges;
  const svg = `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${baseDefs}${signDefs(body, view)}</defs>${body}</svg>`;
  return inPageColors(svg).replace(/(id="|href="#|url\(#)/g, `$1${id}-`);
}

/** A View with only some of its lines, and no marks. */
function only(view: View, arcs: readonly ViewArc[]): View {
  return { ...view, arcs, markers: [], shapes: [] };
}

/** The edge of its box at which a line starts, as the CSS shape that hides all of it. */
function grownFrom({ path }: ViewArc, ground: Ground): string {
  const [startX, startY] = ground.project(path[0]!);
  const [endX, endY] = ground.project(path.at(-1)!);
  const [across, down] = [endX - startX, endY - startY];
  if (Math.abs(across) > Math.abs(down))
    return across > 0 ? 'inset(0 100% 0 0)' : 'inset(0 0 0 100%)';
  return down > 0 ? 'inset(0 0 100% 0)' : 'inset(100% 0 0 0)';
}
