import type { Element, ElementContent } from 'hast';
import { certaintyWords } from '../theme/marks.ts';
import { runsAcross, type Chart } from './chart.ts';
import { keyOf } from './chart-key.ts';
import { missingWords, valueWords } from './chart-words.ts';
import { drawChart } from './draw-chart.ts';
import { element } from '../markup/hast.ts';

/** What is told about a chart beside its drawing. */
export interface ChartCredit {
  /** The numbers of its sources, or nothing. */
  readonly cites: readonly ElementContent[];
  /** Sentences below it; empty where there are none. */
  readonly note: string;
  /** The name of its table for those who download it, and the table as the author wrote it. */
  readonly fileName: string;
  readonly csv: string;
}

/**
 * Returns a chart as a figure: its title with the numbers of its sources, a key where forms or colours need one, the
 * drawing, what is lacking, and its numbers as a table, folded away, with the file they come from. It needs no script.
 */
export function chartFigure(chart: Chart, { cites, note, fileName, csv }: ChartCredit): Element {
  const measure = measureWords(chart);
  const words = [missingWords(chart), note].filter(Boolean).join(' ');
  return element('figure', { className: ['chart'] }, [
    element('figcaption', {}, [
      element('strong', {}, [chart.title]),
      ...cites,
      ...(measure === '' ? [] : [element('span', { className: ['measure'] }, [measure])])
    ]),
    ...keyOf(chart),
    drawChart(chart),
    ...(words === '' ? [] : [element('p', {}, [words])]),
    element('details', {}, [
      element('summary', {}, ['The numbers']),
      tableOf(chart),
      element('p', {}, [
        element('a', { href: `data:text/csv;charset=utf-8,${encoded(csv)}`, download: fileName }, [
          'Download as CSV'
        ])
      ])
    ])
  ]);
}

/** What its numbers measure, which stands above them: the axis and the unit, where they differ. */
function measureWords(chart: Chart): string {
  const { label } = runsAcross(chart) ? chart.x : chart.y;
  const { unit } = chart;
  return unit === '' || unit.toLowerCase() === label.toLowerCase() ? label : `${label}, ${unit}`;
}

/** The rows of the file in its order, by the columns that the chart draws. */
function tableOf(chart: Chart): Element {
  const { x, y, color, hasCertainty, lang } = chart;
  const across = runsAcross(chart);
  const [base, value] = across ? [y, x] : [x, y];
  const heads = [
    base.label,
    ...(color === null ? [] : [color]),
    measureWords(chart),
    ...(hasCertainty ? ['Certainty'] : [])
  ];
  const rows = chart.points.map((point) => [
    valueWords(across ? point.y : point.x, base, lang),
    ...(color === null ? [] : [point.series]),
    valueWords(across ? point.x : point.y, value, lang),
    ...(hasCertainty ? [certaintyWords[point.certainty].name] : [])
  ]);
  const head = element(
    'tr',
    {},
    heads.map((name) => element('th', { scope: 'col' }, [name]))
  );
  const body = rows.map(([first = '', ...others]) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [first]),
      ...others.map((cell) => element('td', {}, [cell]))
    ])
  );
  return element(
    'div',
    {
      className: ['wide-table'],
      role: 'region',
      ariaLabel: `The numbers: ${chart.title}`,
      tabIndex: 0
    },
    [
      element('table', {}, [
        element('caption', { className: ['visually-hidden'] }, [chart.title]),
        element('thead', {}, [head]),
        element('tbody', {}, body)
      ])
    ]
  );
}

/** A text inside a `data:` address: what an address may not have is escaped. */
function encoded(csv: string): string {
  return encodeURI(csv).replaceAll('#', '%23').replaceAll("'", '%27');
}
