import type { Element, Properties } from 'hast';
import { certainties } from '../story/story.ts';
import { certaintyWords } from '../theme/marks.ts';
import {
  fillOpacityOf,
  seriesColour,
  seriesSigns,
  seriesStripes,
  strokeOf
} from './chart-forms.ts';
import type { Chart } from './chart.ts';
import { element, text } from './hast.ts';

/** The key of colours that are not named beside their lines, and of certainties. */
export function keyOf(chart: Chart): Element[] {
  const { mark, series, hasCertainty, points } = chart;
  const colours = series.length > 1 && (mark === 'bar' || mark === 'dot') ? series : [];
  const sure = hasCertainty
    ? certainties.filter((each) => points.some(({ certainty }) => certainty === each))
    : [];
  const items = [
    ...colours.map((name, i) => [name, colourSample(chart, i)] as const),
    ...sure.map((each) => [certaintyWords[each].name, certaintySample(chart, each)] as const)
  ];
  if (items.length === 0) return [];
  // The table says in words what the key says of colours and forms.
  return [
    element(
      'ul',
      { ariaHidden: 'true' },
      items.map(([name, sample]) =>
        element('li', {}, [element('svg', { viewBox: '0 0 24 14' }, sample), text(` ${name}`)])
      )
    )
  ];
}

function colourSample({ mark, series }: Chart, index: number): Element[] {
  const colour = seriesColour(series[index]!, series);
  if (mark === 'dot')
    return [
      element('path', { transform: 'translate(12 7)', d: seriesSigns[index]!.path, fill: colour })
    ];
  const bar = element('path', { d: 'M0 7H24', stroke: colour, strokeWidth: '13' }, []);
  const stripes = seriesStripes(index);
  if (stripes === null) return [bar];
  const lines = { stroke: 'var(--card)', strokeWidth: '13', strokeDasharray: stripes };
  return [bar, element('path', { d: 'M0 7H24', ...lines }, [])];
}

function certaintySample({ mark }: Chart, certainty: (typeof certainties)[number]): Element[] {
  const stroke = { stroke: 'var(--ink-soft)', strokeWidth: '1.8' };
  if (mark === 'line')
    return [element('path', { d: 'M0 7H24', ...stroke, ...dashes(certainty, 0.6) }, [])];
  const fill = { fill: 'var(--ink-soft)', fillOpacity: String(fillOpacityOf(certainty)) };
  if (mark === 'dot')
    return [
      element(
        'circle',
        { cx: '12', cy: '7', r: '5', ...stroke, ...fill, ...dashes(certainty, 0.4) },
        []
      )
    ];
  return [
    element(
      'rect',
      { x: '1', y: '1', width: '22', height: '12', ...stroke, ...fill, ...dashes(certainty, 0.55) },
      []
    )
  ];
}

function dashes(certainty: (typeof certainties)[number], scale: number): Properties {
  return { ...strokeOf(certainty, scale) };
}
