import type { Chart, ChartAxis, ChartPoint } from './chart.ts';

export const numbers: ChartAxis = { label: 'Tonnes', type: 'number', precision: null };
export const words: ChartAxis = { label: 'Harbour', type: 'category', precision: null };
export const months: ChartAxis = { label: 'Month', type: 'date', precision: 'month' };

/** A chart of some points; what is not said is plain. */
export function chartOf(
  parts: Partial<Omit<Chart, 'points'>> & { readonly points: readonly Partial<ChartPoint>[] }
): Chart {
  const points = parts.points.map((point): ChartPoint => {
    return { x: null, y: null, series: '', certainty: 'confirmed', ...point };
  });
  return {
    mark: 'bar',
    title: 'Trade',
    alt: 'Trade grows.',
    lang: 'en',
    x: months,
    y: numbers,
    unit: '',
    color: null,
    series: [...new Set(points.map(({ series }) => series))],
    hasCertainty: false,
    ...parts,
    points
  };
}
