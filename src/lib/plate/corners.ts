import { isBehind, viewportOf } from '$lib/camera/camera.ts';
import { nearLng } from '$lib/geometry/date-line.ts';
import { freePart, overlaps, type Box, type Frame } from '$lib/frame.ts';
import { labelBox } from '$lib/labels/place-labels.ts';
import { marksOf, type View, type ViewArc } from '$lib/view.ts';
import { marginPx } from './stage-frame.ts';

export type Corner = 'top right' | 'bottom right' | 'top left' | 'bottom left';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far what stands in a corner is from the edges that nothing covers, px. */
const edgePx = 12;
/** The controls stand in the upper right corner, the scale and the credit in the lower right one. */
const legendCorners = ['bottom left', 'top left', 'bottom right'] as const satisfies Corner[];
const smallPrintPx = 26;

/** The box of this size in a corner of a frame, beside what covers the frame. */
export function cornerBox(frame: Frame, corner: Corner, { width, height }: Size): Box {
  const inset = edgePx - marginPx(frame.width, frame.height);
  const free = freePart(frame);
  const left = corner.endsWith('right') ? free.right - inset - width : free.left + inset;
  const top = corner.startsWith('top')
    ? free.top + inset
    : free.bottom - inset - height - (corner === 'bottom right' ? smallPrintPx : 0);
  return { left, top, right: left + width, bottom: top + height };
}

/** The corner of the frame in which a legend of this size hides the least of a View: names, lines and badges. */
export function emptiestCorner(view: View, size: Size): Corner {
  const lines = view.arcs.flatMap((arc) => linePoints(view, arc));
  const badges = marksOf(view).flatMap(({ badge }) => (badge ? [badge] : []));
  const hidden = (corner: Corner) => {
    const box = cornerBox(view.frame, corner, size);
    const within = ([x, y]: readonly [number, number]) => isWithin(box, x, y, 8);
    const names = view.labels.filter((label) => overlaps(labelBox(label), box));
    return (
      names.reduce((sum, { kind }) => sum + labelWeights[kind], 0) +
      lines.filter(within).length +
      40 * (badges.filter(within).length + view.dots.filter(({ at }) => within(at)).length)
    );
  };
  return best(legendCorners, hidden);
}

const labelWeights = { place: 40, arc: 40, group: 12, sea: 3, country: 2 } as const;

/** The corner of the frame's free part in which a box of this size, px, hides the least of an event's line and badge. */
export function clearestCorner(view: View, event: string, { width, height }: Size): Corner {
  const free = freePart(view.frame);
  const arc = view.arcs.find((each) => each.event.id === event);
  const badge = marksOf(view).find((each) => each.event.id === event)?.badge;
  const line = arc === undefined ? [] : linePoints(view, arc);
  // The badge counts as much as the whole line, because the reader has just pressed it.
  const points = badge ? [...line, ...Array.from({ length: line.length + 1 }, () => badge)] : line;
  return best(['top right', 'bottom right', 'top left', 'bottom left'], (corner) => {
    const left = corner.endsWith('right') ? free.right - width : free.left;
    const top = corner.startsWith('top') ? free.top : free.bottom - height;
    const box = { left, top, right: left + width, bottom: top + height };
    return points.filter(([x, y]) => isWithin(box, x, y, 20)).length;
  });
}

function best(corners: readonly Corner[], cost: (corner: Corner) => number): Corner {
  const costs = corners.map(cost);
  return corners[costs.indexOf(Math.min(...costs))]!;
}

function isWithin({ left, top, right, bottom }: Box, x: number, y: number, airPx: number): boolean {
  return x > left - airPx && x < right + airPx && y > top - airPx && y < bottom + airPx;
}

function linePoints(
  { camera, frame }: View,
  { path }: ViewArc
): readonly (readonly [number, number])[] {
  const viewport = viewportOf(camera, frame);
  const seen = path.filter((lngLat) => !isBehind(camera, lngLat));
  return seen.map(([lng, lat]) => {
    const [x, y] = viewport.project([nearLng(lng, camera.center[0]), lat]);
    return [x!, y!] as const;
  });
}
