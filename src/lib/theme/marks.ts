import type { Certainty } from '../story/story.ts';

/**
 * How a certainty is drawn: the form of its line, the same in the live map (`map/arc-layers.ts`), the atlas and
 * the legend (`atlas/arc-shape.ts`) and, shortened, the timeline (`timeline/short-form.ts`). `dash` is in px, empty for a
 * solid line; `dotted` draws each dash as a round dot.
 */
export interface LineForm {
  readonly dash: readonly [] | readonly [on: number, off: number];
  readonly dotted: boolean;
  readonly opacity: number;
  /** An open badge (outline on paper) at the middle instead of a filled one. */
  readonly open: boolean;
}

/** The width of a line, px, at full opacity and past its taper. */
export const lineWidthPx = 2.6;
/** The share of a line, from its start, over which it widens to its full width. */
export const taperShare = 0.3;
/** The width at the very start, as a share of the full width. */
export const taperStart = 0.35;
/** The length and half-width of the head at the line's end, px. */
export const headPx = { length: 11, halfWidth: 5 } as const;
/** The tip stops this far short of its place, px, so that the place's dot stays whole. */
export const tipGapPx = 5;
/** A line has no head until this share of it is drawn. */
export const headFromDrawn = 0.02;

/** The radius of a place's dot, and the ring of paper around it, px. */
export const dotPx = { radius: 3, ring: 1.5 } as const;
/** The hatch of contested areas, px: the distance between its lines, measured across them, and their width. */
export const hatchPx = { spacing: 5, width: 1 } as const;

/**
 * What layers show: how strong an area's tint and a picture are, and the widths of an edge, of a hatch and of a point,
 * px.
 */
export const shapeMarks = {
  tintOpacity: 0.2,
  pictureOpacity: 0.8,
  edgePx: 1.6,
  hatchPx: 1.2,
  pointPx: 4.5
} as const;

export const lineForms: Readonly<Record<Certainty, LineForm>> = {
  confirmed: { dash: [], dotted: false, opacity: 1, open: false },
  reported: { dash: [14, 6], dotted: false, opacity: 1, open: false },
  disputed: { dash: [5, 5], dotted: false, opacity: 1, open: true },
  planned: { dash: [2.6, 4.4], dotted: true, opacity: 1, open: false },
  prospective: { dash: [2.6, 11], dotted: true, opacity: 0.9, open: false }
};

/** Words for readers. */
export const certaintyWords: Readonly<Record<Certainty, { name: string; meaning: string }>> = {
  confirmed: { name: 'Confirmed', meaning: 'It happened, and no named party disputes it.' },
  reported: {
    name: 'Reported',
    meaning: 'Attributed to the press or to officials, and not denied.'
  },
  disputed: { name: 'Disputed', meaning: 'Reported, and denied by a named party.' },
  planned: { name: 'Planned', meaning: 'Agreed or announced, but not yet done.' },
  prospective: { name: 'Prospective', meaning: 'A possibility the author argues.' }
};
