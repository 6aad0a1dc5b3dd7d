import * as Plot from '@observablehq/plot';
import { certainties, type Certainty } from '../story/story.ts';
import type { Chart } from './chart.ts';
import { dotsIn } from './chart-dots.ts';
import { fillOpacityOf, seriesColour, strokeOf } from './chart-forms.ts';
import { stacked, type PlacedPoint } from './chart-points.ts';
import { fontPx, linePx, wrapWords } from './chart-words.ts';

/** The names at the ends of lines take at most so many letters a line. */
export const endLetters = 12;
/** Lines of up to so many points have a dot at each. */
const mostDotted = 24;

/** Lines in the forms of their certainties, with gaps where no value is given. */
export function linesOf(chart: Chart, points: readonly PlacedPoint[]): Plot.Markish[] {
  return chart.series.flatMap((series) => {
    const own = points.filter((point) => point.series === series);
    const stroke = seriesColour(series, chart.series);
    const runs = sureRuns(own).map(({ certainty, points }) =>
      Plot.lineY(points, {
        x: 'base',
        y: 'value',
        stroke,
        strokeWidth: 2.2,
        ...strokeOf(certainty, 0.6)
      })
    );
    // A point with a gap on either side has no line.
    const isGap = (i: number) => (own[i]?.value ?? null) === null;
    const isAlone = (i: number) => isGap(i - 1) && isGap(i + 1);
    const few = own.length <= mostDotted;
    const marked = own.filter(({ value }, i) => value !== null && (few || isAlone(i)));
    return [...runs, ...dotsIn(marked, stroke, 2.8, 'circle')];
  });
}

/** The stretches of a line that are equally sure: between two points it is as sure as the less sure of them. */
function sureRuns(
  points: readonly PlacedPoint[]
): { certainty: Certainty; points: PlacedPoint[] }[] {
  const runs: { certainty: Certainty; points: PlacedPoint[] }[] = [];
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (!from || from.value === null || to.value === null) continue;
    const certainty = certainties.findLast(
      (each) => each === from.certainty || each === to.certainty
    )!;
    const last = runs.at(-1);
    if (last?.certainty === certainty && last.points.at(-1) === from) last.points.push(to);
    else runs.push({ certainty, points: [from, to] });
  }
  return runs;
}

/** Areas, those of several series on each other, with a line along their upper edge. */
export function areasOf(chart: Chart, points: readonly PlacedPoint[]): Plot.Markish[] {
  const parts = stacked(chart, points);
  const gaps = points.filter(({ value }) => value === null);
  return chart.series.flatMap((series) => {
    const own: { base: PlacedPoint['base']; from: number; to: number }[] = [
      ...parts.filter((part) => part.series === series),
      ...gaps
        .filter((gap) => gap.series === series)
        .map(({ base }) => ({ base, from: NaN, to: NaN }))
    ].sort((a, b) => Number(a.base) - Number(b.base));
    const { certainty } = points[0]!;
    const colour = seriesColour(series, chart.series);
    return [
      Plot.areaY(own, {
        x: 'base',
        y1: 'from',
        y2: 'to',
        fill: colour,
        fillOpacity: 0.55 * fillOpacityOf(certainty)
      }),
      Plot.lineY(own, {
        x: 'base',
        y: 'to',
        stroke: colour,
        strokeWidth: 2.2,
        ...strokeOf(certainty, 0.6)
      })
    ];
  });
}

/** The name of each series where its line or area ends, moved apart where they would meet. */
export function endsOf(
  chart: Chart,
  points: readonly PlacedPoint[],
  draft: Plot.Plot | null
): Plot.Markish[] {
  const scale = draft?.scale('y');
  if (chart.series.length < 2 || !scale) return [];
  // The name of an area stands in its middle, that of a line at its end.
  const shown =
    chart.mark === 'area'
      ? stacked(chart, points).map((part) => ({ ...part, value: (part.from + part.to) / 2 }))
      : points;
  const ends = chart.series.flatMap((series) => {
    const last = shown.findLast((point) => point.series === series && point.value !== null);
    if (!last) return [];
    const value = last.value!;
    const words = wrapWords(series, endLetters);
    return [{ base: last.base, value, words, at: Number(scale.apply(value)) }];
  });
  let free = -Infinity;
  return ends
    .toSorted((a, b) => a.at - b.at)
    .map(({ base, value, words, at }) => {
      const half = (words.length * linePx) / 2;
      const middle = Math.max(at, free + half);
      free = middle + half;
      return Plot.text([{ base, value, words: words.join('\n') }], {
        x: 'base',
        y: 'value',
        text: 'words',
        dx: 7,
        dy: middle - at,
        textAnchor: 'start',
        fontSize: fontPx,
        fill: 'var(--ink)'
      });
    });
}
