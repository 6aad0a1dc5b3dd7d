import { textWidth } from '../labels/text-width.ts';
import { certaintyWords, lineForms, lineWidthPx } from '../theme/marks.ts';
import { kindsOf } from '../story/kinds-of.ts';
import { certainties, type Certainty, type EventKind } from '../story/story.ts';
import { isShape, type View } from '../view.ts';
import { isBehind } from '../camera/camera.ts';
import { drawSwatch, swatchPx } from './draw-layers.ts';
import { shapeEntries } from './shape-entries.ts';
import { fill, stroke } from './colors.ts';
import { drawBadge } from './draw-marks.ts';
import type { Ground } from './ground.ts';
import { lengthWords, scaleBar } from '../camera/scale-bar.ts';
import { escapeXml } from '../markup/escape-xml.ts';
import { px } from './px.ts';

/** The strip below the map, with its signs and lines explained, its scale and its source. */
export interface MapKey {
  readonly kinds: readonly EventKind[];
  readonly certainties: readonly Certainty[];
  readonly heightPx: number;
  /** Drawn with its upper left corner at (0, 0). */
  readonly svg: string;
}

const textPx = 13;
const smallPx = 11.5;
const rowPx = 21;
const edgePx = 14;
const betweenPx = 12;
const badgePx = 18;
const linePx = 38;

/** The key of a View: every kind and certainty visible in its frame, and no other. */
export function mapKey(view: View, ground: Ground, source: string): MapKey {
  const seen = eventsSeen(view, ground);
  const shapes = shapeEntries(seen.filter(isShape));
  const kinds = kindsOf(seen.filter((event) => !isShape(event)));
  const sure = certainties.filter((one) => seen.some(({ certainty }) => certainty === one));
  const { width } = view.frame;
  const rows = [
    ...flow(
      kinds.map((kind) => ({
        signPx: badgePx,
        words: kind.name,
        draw: (x, y) => drawBadge(kind, false, [x + badgePx / 2, y], badgePx)
      })),
      width
    ),
    ...flow(
      shapes.map(({ event, words, credit }) => ({
        signPx: swatchPx.width,
        words: credit === '' ? words : `${words} (${credit})`,
        draw: (x, y) => drawSwatch(event, x, y)
      })),
      width
    ),
    ...flow(
      sure.map((certainty) => ({
        signPx: linePx,
        words: certaintyWords[certainty].name,
        draw: (x, y) => lineSample(certainty, x, y)
      })),
      width
    )
  ];
  const heightPx = 12 + rows.length * rowPx + 30;
  const bar = scaleBar(view.camera, 130);
  const foot = heightPx - 13;
  const svg =
    `<path class="${fill('card')}" d="M0 0h${width}v${heightPx}H0z"/><path class="${stroke('rule')}" d="M0 .5h${width}"/>` +
    rows.map((row, i) => row(8 + (i + 0.5) * rowPx)).join('') +
    `<path class="${stroke('inkSoft')}" fill="none" d="M${edgePx} ${foot - 1}v5h${px(bar.widthPx)}v-5"/>` +
    small(edgePx + bar.widthPx / 2, foot - 1, 'middle', lengthWords(bar.km)) +
    small(width - edgePx, foot + 4, 'end', source);
  return { kinds, certainties: sure, heightPx, svg };
}

/** The events of which anything is visible in the frame. */
function eventsSeen({ arcs, markers, shapes, camera, frame }: View, ground: Ground) {
  const within = ([x, y]: readonly [number, number]) =>
    x > 0 && y > 0 && x < frame.width && y < frame.height;
  return [
    ...arcs.filter(({ path, drawn, opacity }) => {
      const reached = path.slice(0, Math.ceil(drawn * path.length));
      return (
        opacity > 0 &&
        reached.some((point) => !isBehind(camera, point) && within(ground.project(point)))
      );
    }),
    ...[...markers, ...shapes].filter(
      ({ badge, opacity }) => badge !== null && opacity > 0 && within(badge)
    )
  ].map(({ event }) => event);
}

interface KeyItem {
  readonly signPx: number;
  readonly words: string;
  draw(x: number, y: number): string;
}

/**
 * Items in as few rows as the map's width allows, evenly filled; each row is a function that draws it around a
 * height.
 */
function flow(items: readonly KeyItem[], width: number): ((y: number) => string)[] {
  const widest = width - 2 * edgePx;
  const { length } = fillRows(items, widest);
  let limit = widest;
  while (limit > betweenPx && fillRows(items, limit - betweenPx).length === length) {
    limit -= betweenPx;
  }
  return fillRows(items, limit).map(
    (row) => (y) =>
      row
        .map(
          ({ item, x }) =>
            item.draw(x, y) +
            `<text class="${fill('ink')}" x="${px(x + item.signPx + 6)}" y="${px(y + textPx * 0.36)}" font-size="${textPx}">${escapeXml(item.words)}</text>`
        )
        .join('')
  );
}

/** Items from the left, with a new row wherever the next item would end beyond the limit, px. */
function fillRows(items: readonly KeyItem[], limit: number): { item: KeyItem; x: number }[][] {
  const rows: { item: KeyItem; x: number }[][] = [];
  let x = Infinity;
  for (const item of items) {
    const itemPx = item.signPx + 6 + textWidth(item.words, textPx);
    if (x + itemPx > edgePx + limit) {
      rows.push([]);
      x = edgePx;
    }
    rows.at(-1)!.push({ item, x });
    x += itemPx + betweenPx;
  }
  return rows;
}

/** A sample of a certainty's line, in ink, because only its form is explained. */
function lineSample(certainty: Certainty, x: number, y: number): string {
  const { dash, dotted, opacity, open } = lineForms[certainty];
  const gaps = dotted ? [0.01, dash[0]! + dash[1]! - 0.01] : dash;
  return (
    `<g class="${stroke('ink')}" opacity="${opacity}"><path stroke-width="${px(lineWidthPx * (dotted ? 1.3 : 1))}"` +
    (gaps.length > 0 ? ` stroke-dasharray="${gaps.join(' ')}"` : '') +
    `${dotted ? ' stroke-linecap="round"' : ''} d="M${px(x + 2)} ${px(y)}h${linePx - 4}"/>` +
    (open
      ? `<circle class="${fill('card')}" cx="${px(x + linePx / 2)}" cy="${px(y)}" r="4" stroke-width="1.5"/>`
      : '') +
    '</g>'
  );
}

function small(x: number, y: number, anchor: 'middle' | 'end', text: string): string {
  return `<text class="${fill('inkSoft')}" x="${px(x)}" y="${px(y)}" font-size="${smallPx}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}
