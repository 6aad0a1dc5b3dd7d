import * as Plot from '@observablehq/plot';
import { certainties } from '../story/story.ts';
import { runsAcross, type Chart } from './chart.ts';
import { fillOpacityOf, seriesColour, seriesSigns, strokeOf } from './chart-forms.ts';
import type { PlacedPoint } from './chart-points.ts';

/** The dots of a chart, each series with a sign of its own. */
export function dotsOf(chart: Chart, points: readonly PlacedPoint[]): Plot.Markish[] {
  const across = runsAcross(chart);
  const given = points.filter(({ value }) => value !== null);
  return chart.series.flatMap((series, i) =>
    dotsIn(
      given.filter((point) => point.series === series),
      seriesColour(series, chart.series),
      given.length > 100 ? 3 : 5,
      seriesSigns[i]!.symbol,
      across
    )
  );
}

/** Dots of one colour, those of each certainty in its form. */
export function dotsIn(
  points: readonly PlacedPoint[],
  colour: string,
  r: number,
  symbol: (typeof seriesSigns)[number]['symbol'],
  across = false
): Plot.Markish[] {
  return certainties.flatMap((certainty) => {
    const sure = points.filter((point) => point.certainty === certainty);
    if (sure.length === 0) return [];
    const [x, y] = across ? ['value', 'base'] : ['base', 'value'];
    // An open dot hides the grid, and a line, that it lies on.
    const isOpen = fillOpacityOf(certainty) === 0;
    return [
      Plot.dot(sure, {
        ...{ x, y, r, symbol },
        fill: isOpen ? 'var(--card)' : colour,
        fillOpacity: fillOpacityOf(certainty) || 1,
        stroke: colour,
        strokeWidth: r < 4 ? 1.2 : 2,
        // The ring of a small dot has no room for dashes; its line has them.
        ...(r < 4 ? {} : strokeOf(certainty, 0.4))
      })
    ];
  });
}
