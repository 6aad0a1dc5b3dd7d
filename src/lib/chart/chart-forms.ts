import { lineForms } from '../theme/marks.ts';
import type { Certainty } from '../story/story.ts';

/** The hues of a chart's series, of those for kinds of event, in an order in which neighbours differ most. */
const hues = [1, 5, 7, 3, 4, 8, 2] as const;

/** At most so many colours in one chart. */
export const mostSeries = hues.length;

/** The colour of a series, as CSS; a chart of one series is drawn in the ink of its labels. */
export function seriesColour(series: string, all: readonly string[]): string {
  return all.length < 2 ? 'var(--ink-soft)' : `var(--hue-${hues[all.indexOf(series)]!})`;
}

/** The stripes of each series of bars after the first, px on and off along the bar: its colour is not alone. */
const stripes = ['1.5 4', '1 2', '4 4', '1.5 9', '3 2', '2 6'] as const;

/** The stripes of a series of bars by its index; null for the first, which is plain. */
export function seriesStripes(index: number): string | null {
  return stripes[index - 1] ?? null;
}

/** The sign of each series of dots: Plot's name for it, and its path (d3-shape) about its middle at a radius of 5 px. */
export const seriesSigns = [
  { symbol: 'circle', path: 'M5,0A5,5,0,1,1,-5,0A5,5,0,1,1,5,0' },
  { symbol: 'square', path: 'M-4.4,-4.4h8.9v8.9h-8.9Z' },
  { symbol: 'triangle', path: 'M0,-7.8L6.7,3.9L-6.7,3.9Z' },
  { symbol: 'diamond', path: 'M0,-8.2L4.8,0L0,8.2L-4.8,0Z' },
  {
    symbol: 'star',
    path: 'M0,-8.4L1.9,-2.6L8,-2.6L3,1L4.9,6.8L0,3.2L-4.9,6.8L-3,1L-8,-2.6L-1.9,-2.6Z'
  },
  {
    symbol: 'cross',
    path: 'M-5.9,-2H-2V-5.9H2V-2H5.9V2H2V5.9H-2V2H-5.9Z'
  },
  {
    symbol: 'wye',
    path: 'M2.4,1.4L2.4,6.2L-2.4,6.2L-2.4,1.4L-6.5,-1L-4.1,-5.2L0,-2.8L4.1,-5.2L6.5,-1Z'
  }
] as const;

/** How the stroke of a chart's mark says how sure it is: the form of the map's lines, smaller. Empty for a solid one. */
export interface ChartStroke {
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: 'round';
}

/** The stroke of a certainty. `scale` is a share of the dashes of the map. */
export function strokeOf(certainty: Certainty, scale: number): ChartStroke {
  const { dash, dotted } = lineForms[certainty];
  const [on, off] = dash;
  if (on === undefined || off === undefined) return {};
  return dotted
    ? { strokeDasharray: `0 ${round((on + off) * scale)}`, strokeLinecap: 'round' }
    : { strokeDasharray: `${round(on * scale)} ${round(off * scale)}` };
}

/** How full a bar, an area or a dot of a certainty is, 0 to 1: what is less than reported is an outline. */
export function fillOpacityOf(certainty: Certainty): number {
  return certainty === 'confirmed' ? 1 : certainty === 'reported' ? 0.3 : 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
