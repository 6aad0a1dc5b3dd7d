import * as Plot from '@observablehq/plot';
import type { Element } from 'hast';
import { parseHTML } from 'linkedom';
import { baseDomain, baseNames, widthPx } from './chart-axis.ts';
import { baseAxisOf, runsAcross, type Chart } from './chart.ts';
import { endLetters } from './chart-lines.ts';
import { marksOf } from './chart-marks.ts';
import { placedPoints, type PlacedPoint } from './chart-points.ts';
import { fontPx, letterPx, linePx, numberWords, wrapWords } from './chart-words.ts';
import { svgToHast } from './svg-to-hast.ts';

/** The height between its axes, px; bars and dots that run across have `rowPx` each. */
const heightPx = 150;
const rowPx = 30;

/**
 * Returns a chart as SVG that is scaled with its labels: the same chart, the same drawing. Its colours are custom
 * properties of the page, and it has no ids.
 */
export function drawChart(chart: Chart): Element {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const draw = (left: number, right: number, draft: Plot.Plot | null) =>
    Plot.plot({
      ...optionsOf(chart, left, right, draft),
      document: document as unknown as Document
    }) as Plot.Plot & globalThis.Element;
  // How wide its labels are and where its lines end is known once it has been drawn.
  const draft = draw(40, 16, null);
  const numbers = [...draft.querySelectorAll('.chart-numbers text')].map(
    ({ textContent }) => textContent ?? ''
  );
  const names = baseNames(chart)?.lines.flat() ?? [];
  const across = runsAcross(chart);
  const isLine = chart.mark === 'line' || chart.mark === 'area';
  const ends = isLine
    ? chart.series.flatMap((name) => wrapWords(name, endLetters))
    : [...(across ? draft.querySelectorAll('.chart-ends text') : [])].map(
        ({ textContent }) => textContent ?? ''
      );
  const left = widthOf(across ? names : numbers) + 10;
  return svgToHast(draw(left, widthOf(ends) + 16, draft), {
    className: ['chart-svg'],
    role: 'img',
    ariaLabel: chart.alt
  });
}

function optionsOf(
  chart: Chart,
  marginLeft: number,
  marginRight: number,
  draft: Plot.Plot | null
): Plot.PlotOptions {
  const across = runsAcross(chart);
  const points = placedPoints(chart);
  const domain = baseDomain(chart);
  const isTime = baseAxisOf(chart).type === 'date';
  const baseScale: Plot.ScaleOptions =
    domain !== null
      ? { type: chart.mark === 'bar' ? 'band' : 'point', domain, padding: across ? 0.3 : 0.22 }
      : { type: isTime ? 'utc' : 'linear', nice: !isTime };
  const valueScale: Plot.ScaleOptions = {
    type: 'linear',
    nice: true,
    zero: chart.mark === 'bar' || chart.mark === 'area'
  };
  const [x, y] = across ? [valueScale, baseScale] : [baseScale, valueScale];
  const linesUnder = Math.max(1, ...(baseNames(chart)?.lines ?? []).map(({ length }) => length));
  const marginTop = across ? 2 : 18;
  const marginBottom = Math.ceil(10 + linePx * (across ? 1 : linesUnder));
  return {
    width: widthPx,
    height: (across ? domain!.length * rowPx : heightPx) + marginTop + marginBottom,
    ...{ marginTop, marginBottom, marginLeft, marginRight },
    color: { type: 'identity' },
    x: { axis: null, ...x },
    y: { axis: null, ...y },
    marks: [...axesOf(chart, points), ...marksOf(chart, points, draft)]
  };
}

/** The grid, the numbers and the words along the axes, and the line at zero. */
function axesOf(chart: Chart, points: readonly PlacedPoint[]): Plot.Markish[] {
  const across = runsAcross(chart);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const largest = Math.max(...values.map(Math.abs));
  // Counts have no halves.
  const ticks = values.every(Number.isInteger) && largest <= 5 ? { interval: 1 } : { ticks: 4 };
  const grid = { ...ticks, stroke: 'var(--rule)', strokeOpacity: 1 };
  const words = { tickSize: 0, tickPadding: 6, label: null, fontSize: fontPx } as const;
  const numbers = {
    ...ticks,
    ...words,
    fill: 'var(--ink-soft)',
    tickFormat: numberWords(chart.lang, largest),
    className: 'chart-numbers'
  };
  const named = baseNames(chart);
  const names = {
    ...words,
    fill: 'var(--ink)',
    ...(named
      ? {
          ticks: named.places as readonly string[],
          tickFormat: (_: unknown, i: number) => named.lines[i]!.join('\n')
        }
      : { ticks: 5, tickFormat: numberWords(chart.lang, largestOf(points)) })
  };
  const zero = { stroke: 'var(--ink-soft)' };
  const hasZero =
    chart.mark === 'bar' || chart.mark === 'area' || values.some((value) => value <= 0);
  return across
    ? [
        Plot.gridX(grid),
        Plot.axisX(numbers),
        Plot.axisY(names),
        ...(hasZero ? [Plot.ruleX([0], zero)] : [])
      ]
    : [
        Plot.gridY(grid),
        Plot.axisY(numbers),
        Plot.axisX(names),
        ...(hasZero ? [Plot.ruleY([0], zero)] : [])
      ];
}

function largestOf(points: readonly PlacedPoint[]): number {
  return Math.max(...points.map(({ base }) => Math.abs(Number(base))));
}

/** The width of the longest of several texts, px. */
function widthOf(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(({ length }) => length)) * letterPx);
}
