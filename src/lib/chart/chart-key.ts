import type { Element } from 'hast';
import { certainties, type Certainty } from '../story/story.ts';
import { certaintyWords } from '../theme/marks.ts';
import {
  fillOpacityOf,
  seriesColour,
  seriesSigns,
  seriesStripes,
  strokeOf
} from './chart-forms.ts';
import type { Chart } from './chart.ts';
import { element } from '../markup/hast.ts';

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
        element('li', {}, [element('svg', { viewBox: '0 0 24 14' }, sample), ` ${name}`])
      )
    )
  ];
}

function colourSample({ mark, series }: Chart, index: number): Element[] {
  const colour = seriesColour(series[index]!, series);
  if (mark === 'dot')
    return [
      element('path', {
        transform: 'translate(12 7)',
        d: seriesSigns[index]!.path,
        fill: colour,
        stroke: 'none'
      })
    ];
  const bar = element('path', { d: 'M0 7H24', stroke: colour, strokeWidth: '13' }, []);
  const stripes = seriesStripes(index);
  if (stripes === null) return [bar];
  const lines = { stroke: 'var(--card)', strokeWidth: '13', strokeDasharray: stripes };
  return [bar, element('path', { d: 'M0 7H24', ...lines }, [])];
}

/** A sample in the colour that the style of the key gives it. */
function certaintySample({ mark }: Chart, certainty: Certainty): Element[] {
  if (mark === 'line') return [element('path', { d: 'M0 7H24', ...strokeOf(certainty, 0.6) }, [])];
  const fillOpacity = fillOpacityOf(certainty);
  const fill = fillOpacity === 1 ? {} : { fillOpacity: String(fillOpacity) };
  if (mark === 'dot')
    return [
      element('circle', { cx: '12', cy: '7', r: '5', ...fill, ...strokeOf(certainty, 0.4) }, [])
    ];
  return [element('path', { d: 'M1 1H23V13H1Z', ...fill, ...strokeOf(certainty, 0.55) }, [])];
}
