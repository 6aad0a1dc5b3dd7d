import * as Plot from '@observablehq/plot';
import { certainties } from '../story/story.ts';
import { runsAcross, type Chart } from './chart.ts';
import { fillOpacityOf, seriesColour, seriesStripes, strokeOf } from './chart-forms.ts';
import { stacked, type Part, type PlacedPoint } from './chart-points.ts';
import { fontPx, numberWords } from './chart-words.ts';

/** Bars up to this number have their values at their ends. */
const mostNumbered = 12;

/** Bars in the forms of their certainties, those of several series on each other. `draft` has their width, if any. */
export function barsOf(
  chart: Chart,
  points: readonly PlacedPoint[],
  draft: Plot.Plot | null
): Plot.Markish[] {
  const across = runsAcross(chart);
  const parts = stacked(chart, points);
  const bars = chart.series.flatMap((series) =>
    certainties.flatMap((certainty) => {
      const alike = parts.filter((part) => part.series === series && part.certainty === certainty);
      if (alike.length === 0) return [];
      const colour = seriesColour(series, chart.series);
      const options = {
        fill: colour,
        fillOpacity: fillOpacityOf(certainty),
        stroke: colour,
        strokeWidth: 1.8,
        ...strokeOf(certainty, 0.55),
        inset: 1.2
      };
      return [
        across
          ? Plot.barX(alike, { ...options, y: 'base', x1: 'from', x2: 'to' })
          : Plot.barY(alike, { ...options, x: 'base', y1: 'from', y2: 'to' })
      ];
    })
  );
  const thick = draft?.scale(across ? 'y' : 'x')?.bandwidth ?? 0;
  const stripes = chart.series.flatMap((series, i) => {
    const strokeDasharray = seriesStripes(i);
    if (strokeDasharray === null) return [];
    const striped = parts.filter((part) => part.series === series);
    const options = { stroke: 'var(--card)', strokeWidth: thick - 2, strokeDasharray };
    return [
      across
        ? Plot.ruleY(striped, { ...options, y: 'base', x1: 'from', x2: 'to' })
        : Plot.ruleX(striped, { ...options, x: 'base', y1: 'from', y2: 'to' })
    ];
  });
  return [...bars, ...stripes, ...numbersOf(chart, parts)];
}

/** The sum of each bar at its end. */
function numbersOf(chart: Chart, parts: readonly Part[]): Plot.Markish[] {
  const sums = new Map<Part['base'], number>();
  for (const { base, to } of parts) sums.set(base, Math.max(sums.get(base) ?? 0, to));
  if (sums.size > mostNumbered || parts.some(({ value }) => value! < 0)) return [];
  const write = numberWords(chart.lang, Math.max(...sums.values()));
  const ends = [...sums].map(([base, sum]) => ({
    base,
    sum,
    words: write(Number(sum.toFixed(9)))
  }));
  const style = {
    text: 'words',
    fontSize: fontPx,
    fontWeight: 600,
    fill: 'var(--ink)',
    className: 'chart-ends'
  };
  return runsAcross(chart)
    ? [Plot.text(ends, { ...style, x: 'sum', y: 'base', dx: 5, textAnchor: 'start' })]
    : [Plot.text(ends, { ...style, x: 'base', y: 'sum', dy: -5, lineAnchor: 'bottom' })];
}
