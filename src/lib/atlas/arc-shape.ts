import { distance, lengthsAlong, pointAt, type Point } from '../geometry/polyline.ts';
import {
  headFromDrawn,
  headPx,
  lineWidthPx,
  taperShare,
  taperStart,
  tipGapPx,
  type LineForm
} from '../theme/marks.ts';
import type { ViewArc } from '../view.ts';
import type { Ground } from './ground.ts';
import { pathData } from './path-data.ts';

/** An arc as shapes to fill, the same as the live map's shader draws. */
export interface ArcShape {
  /** Path data of the line or its dashes, and of the head. */
  readonly fill: string;
  /** Path data of round dots, by their diameter, px: to be stroked that wide with round ends. */
  readonly dots: ReadonlyMap<number, string>;
}

/** The distance between two points of an outline, px: no arc bends so sharply that more of them would show. */
const stridePx = 7;

/** The shape of an arc: a tapered line, dashes or dots of constant size, and the head at the end of what is drawn. */
export function arcShape(
  { path, drawn }: Pick<ViewArc, 'path' | 'drawn'>,
  { dash: [dashPx = 0, gapPx = 0], dotted }: Pick<LineForm, 'dash' | 'dotted'>,
  ground: Ground
): ArcShape {
  const line = ground.lineOf(path);
  const lengths = lengthsAlong(line);
  const spans = ground.seenSpans(path, lengths);
  const whole = lengths.at(-1)!;
  const seenAt = (along: number) => ground.toFrame(pointAt(line, along, lengths));
  const tip = Math.min(drawn * whole, whole - Math.min(tipGapPx, 0.2 * whole));
  const grown = drawn < headFromDrawn ? 0 : Math.min(1, Math.max(0, tip / (2 * headPx.length)));
  const base = Math.max(0, tip - headPx.length * grown);
  const end = Math.min(tip, base + 0.5 * grown);
  const taperAt = (along: number) =>
    taperStart + (1 - taperStart) * Math.min(1, along / (taperShare * whole || 1));

  /** The point `across` px to the left of the line (negative: to the right) as it appears in the frame. */
  const beside = (along: number, across: number): Point => {
    const [x, y] = seenAt(along);
    const [beforeX, beforeY] = seenAt(Math.max(0, along - 1));
    const [afterX, afterY] = seenAt(Math.min(whole, along + 1));
    const length = distance([beforeX, beforeY], [afterX, afterY]) || 1;
    return [x + ((afterY - beforeY) / length) * across, y - ((afterX - beforeX) / length) * across];
  };
  const isSeen = (along: number) => spans.some(([from, to]) => from <= along && along <= to);
  const strip = (from: number, to: number): string =>
    spans.map(([first, last]) => whollySeen(Math.max(from, first), Math.min(to, last))).join('');
  const whollySeen = (from: number, to: number): string => {
    if (to <= from) return '';
    const count = Math.max(1, Math.ceil((to - from) / stridePx));
    const stations = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
    const edge = (side: 1 | -1) =>
      stations.map((along) => beside(along, (side * lineWidthPx * taperAt(along)) / 2));
    return pathData([...edge(1), ...edge(-1).reverse()], true);
  };

  let fill = '';
  const dots = new Map<number, string>();
  if (gapPx === 0) {
    if (end > 0) fill += strip(0, end);
  } else {
    for (let from = 0; from < end; from += dashPx + gapPx) {
      if (!dotted) {
        fill += strip(from, Math.min(end, from + dashPx));
        continue;
      }
      // A dot is drawn whole or not at all.
      const along = from + dashPx / 2;
      const radius = Math.max(0.3 * dashPx, (dashPx / 2) * taperAt(along));
      if (along + radius > base) break;
      if (!isSeen(along)) continue;
      const diameter = Math.round(radius * 20) / 10;
      const [x, y] = seenAt(along);
      dots.set(diameter, `${dots.get(diameter) ?? ''}M${tenth(x)} ${tenth(y)}h.01`);
    }
  }
  if (grown > 0 && isSeen(tip)) {
    const half = headPx.halfWidth * grown;
    fill += pathData([seenAt(tip), beside(base, half), beside(base, -half)], true);
  }
  return { fill, dots };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
