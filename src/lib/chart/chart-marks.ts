import type * as Plot from '@observablehq/plot';
import { barsOf } from './chart-bars.ts';
import { dotsOf } from './chart-dots.ts';
import { areasOf, endsOf, linesOf } from './chart-lines.ts';
import type { PlacedPoint } from './chart-points.ts';
import type { Chart } from './chart.ts';

/** The marks of a chart. `draft` is the chart as it was drawn before, null the first time. */
export function marksOf(
  chart: Chart,
  points: readonly PlacedPoint[],
  draft: Plot.Plot | null
): Plot.Markish[] {
  if (chart.mark === 'bar') return barsOf(chart, points, draft);
  if (chart.mark === 'area') return [...areasOf(chart, points), ...endsOf(chart, points, draft)];
  if (chart.mark === 'line') return [...linesOf(chart, points), ...endsOf(chart, points, draft)];
  return dotsOf(chart, points);
}
