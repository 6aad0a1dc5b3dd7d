import type { Certainty, EventKind } from '../story/story.ts';

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

export const kindWords: Readonly<Record<EventKind, string>> = {
  visit: 'Visit',
  'arms-transfer': 'Arms transfer',
  'port-call': 'Port call',
  deployment: 'Deployment',
  agreement: 'Agreement',
  policy: 'Policy',
  statement: 'Statement',
  economy: 'Trade'
};

/** The sign of a kind of event: an SVG path in a 16 × 16 box, to be filled. */
export const kindSigns: Readonly<Record<EventKind, string>> = {
  // a person
  visit: 'M8 2.2a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2zM3.2 13.8c0-3 2-5 4.8-5s4.8 2 4.8 5z',
  // a rocket
  'arms-transfer':
    'M13.6 2.4c-3.4 0-6 1.5-7.8 4.6l-2.4.4-1 1.8 2.6.6 1.2 1.2.6 2.6 1.8-1 .4-2.4c3.1-1.8 4.6-4.4 4.6-7.8zM4 11.2l-1.8 2.6L4.8 12z',
  // an anchor
  'port-call':
    'M8 1.6a2 2 0 0 1 .9 3.8V6.4h2.5v1.6H8.9v4.3c1.6-.3 2.8-1.4 3.1-2.9l-1.2.3 1.9-2.7 1.6 2.9-.9-.3c-.4 2.8-2.6 4.8-5.4 4.8s-5-2-5.4-4.8l-.9.3 1.6-2.9 1.9 2.7L4 9.4c.3 1.5 1.5 2.600 3.100 2.900V8H4.600V6.400h2.500V5.400A2 2 0 0 1 8 1.600z',
  // a shield
  deployment:
    'M8 1.800l5 1.800v3.800c0 3.200-1.900 5.500-5 6.900-3.100-1.400-5-3.700-5-6.900V3.600z',
  // two overlapping rings, filled between
  agreement:
    'M5.800 4a4 4 0 0 1 2.200.66A4 4 0 1 1 8 11.340 4 4 0 1 1 5.800 4zm0 1.600a2.400 2.400 0 1 0 1 4.580 4 4 0 0 1 0-4.360 2.400 2.400 0 0 0-1-.22zm4.400 0a2.400 2.400 0 0 0-1 .22 4 4 0 0 1 0 4.360 2.400 2.400 0 1 0 1-4.580z',
  // a document with lines
  policy:
    'M3.600 2h6.200l2.600 2.600V14H3.600zM5.400 6v1.300h5.200V6zm0 2.600v1.300h5.200V8.600zm0 2.600v1.200h3.400v-1.200z',
  // a speech bubble
  statement: 'M2.200 3h11.600v7.800H8.200L4.800 13.800v-3H2.200z',
  // rising bars
  economy:
    'M2.600 9h2.800v4.600H2.600zM6.600 6h2.800v7.600H6.600zM10.600 2.800h2.800v10.800h-2.800z'
};
