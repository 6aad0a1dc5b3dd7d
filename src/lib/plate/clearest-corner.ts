import { viewportOf } from '$lib/camera/camera.ts';
import { nearLng } from '$lib/geometry/date-line.ts';
import { freePart, type Box } from '$lib/frame.ts';
import type { View } from '$lib/view.ts';

export type Corner = 'top right' | 'bottom right' | 'top left' | 'bottom left';

/** The corner of the frame's free part in which a box of this size, px, hides the least of an event's line and badge. */
export function clearestCorner(
  view: View,
  event: string,
  { width, height }: { readonly width: number; readonly height: number }
): Corner {
  const free = freePart(view.frame);
  const viewport = viewportOf(view.camera, view.frame);
  const arc = view.arcs.find((each) => each.event.id === event);
  const badge = (arc ?? view.markers.find((each) => each.event.id === event))?.badge;
  const line = (arc?.path ?? []).map(([lng, lat]) =>
    viewport.project([nearLng(lng, view.camera.center[0]), lat])
  );
  // The badge counts as much as the whole line, because the reader has just pressed it.
  const points = badge ? [...line, ...Array.from({ length: line.length + 1 }, () => badge)] : line;
  const boxes: [Corner, Box][] = (
    ['top right', 'bottom right', 'top left', 'bottom left'] as const
  ).map((corner) => {
    const left = corner.endsWith('right') ? free.right - width : free.left;
    const top = corner.startsWith('top') ? free.top : free.bottom - height;
    return [
      corner,
      { left: left - 20, right: left + width + 20, top: top - 20, bottom: top + height + 20 }
    ];
  });
  const hidden = ({ left, right, top, bottom }: Box) =>
    points.filter(([x, y]) => x! > left && x! < right && y! > top && y! < bottom).length;
  return boxes.reduce((best, next) => (hidden(next[1]) < hidden(best[1]) ? next : best))[0];
}
