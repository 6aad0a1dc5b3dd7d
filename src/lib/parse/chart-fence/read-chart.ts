import type { ElementContent } from 'hast';
import { chartFigure } from '../../chart/chart-figure.ts';
import type { Chart, ChartAxis, ChartPoint } from '../../chart/chart.ts';
import { certainties, type Certainty, type Source } from '../../story/story.ts';
import { readColumn, typeOfColumn, type ChartColumn } from './chart-column.ts';
import { readChartFence, type ChartFence } from './chart-fence.ts';
import { checkDrawable, checkPoints } from './check-chart.ts';
import { columnOf, readChartTable, type ChartTable } from './chart-table.ts';
import { didYouMean } from '../did-you-mean.ts';
import { show } from '../fault.ts';
import type { Fence } from '../outline.ts';
import type { Register } from '../register.ts';
import type { Subject } from '../shape.ts';
import type { StoryFolder } from '../world.ts';

/** What a chart is read with. */
export interface ChartContext {
  readonly folder: StoryFolder;
  readonly sources: Register<Source>;
  /** BCP 47. */
  readonly lang: string;
}

/** Returns the figure that a `chart` fence stands for, or null where it has a fault, which has then been reported. */
export function readChart(
  fence: Fence,
  { folder, sources, lang }: ChartContext,
  subject: Subject
): ElementContent[] | null {
  const read = readChartFence(fence, sources, subject);
  if (!read) return null;
  const { keys, works } = read;
  const csv = folder.files[keys.data];
  if (csv === undefined || !keys.data.endsWith('.csv')) {
    const tables = Object.keys(folder.files).filter((file) => file.endsWith('.csv'));
    const expected = `data must be a CSV file of the story folder${didYouMean(keys.data, tables)}`;
    read.complain('data', expected, keys.data);
    return null;
  }
  const named = [keys.x, keys.y, keys.color, keys.certainty].filter((name) => name !== undefined);
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const table = readChartTable(text, keys.data, named, subject.report);
  const chart = table && chartOf(read, table, lang, subject);
  if (!chart) return null;
  const cites: ElementContent[] =
    works.length === 0
      ? []
      : [
          {
            type: 'citation',
            works: works.map((id) => ({ id, before: '', after: '' })),
            inText: false
          }
        ];
  const counted = keys.sources === 'events' ? ['Counted from the events of this story.'] : [];
  const note = [...counted, ...(keys.note === undefined ? [] : [keys.note])].join(' ');
  const fileName = `${folder.slug}-${keys.data.split('/').at(-1)!}`;
  return [chartFigure(chart, { cites, note, fileName, csv: text })];
}

function chartOf(
  fence: ChartFence,
  table: ChartTable,
  lang: string,
  subject: Subject
): Chart | null {
  const { keys } = fence;
  let valid = true;
  const complain: ChartFence['complain'] = (...fault) => {
    valid = false;
    fence.complain(...fault);
  };
  const complainOfRow = (index: number, expected: string, got: string) => {
    valid = false;
    const { line, number } = table.rows[index]!;
    subject.report({ file: table.file, line, where: `row ${number}`, expected, got });
  };
  const find = (key: 'x' | 'y' | 'color' | 'certainty'): ChartColumn | null => {
    const name = keys[key];
    if (name === undefined) return null;
    const column = columnOf(table, name);
    const isConstant = key === 'certainty' && isCertainty(name);
    if (!column && !isConstant) {
      const or = key === 'certainty' ? 'a certainty or ' : '';
      const expected = `${key} must be ${or}a column of ${table.file}: ${table.names.join(', ')}${didYouMean(name, table.names)}`;
      complain(key, expected, name);
    }
    return column;
  };
  const columns = {
    x: find('x'),
    y: find('y'),
    color: find('color'),
    certainty: find('certainty')
  };
  const { x: xColumn, y: yColumn } = columns;
  if (!valid || !xColumn || !yColumn) return null;

  const types = axisTypes(xColumn, yColumn, keys.mark);
  const read = { x: readColumn(xColumn, types.x), y: readColumn(yColumn, types.y) };
  const axis = (key: 'x' | 'y', label: string | undefined): ChartAxis => ({
    label: label ?? wordsOf(keys[key]),
    type: types[key],
    precision: read[key].precision
  });
  const axes = { x: axis('x', keys.x_label), y: axis('y', keys.y_label) };
  if (!checkDrawable(keys.mark, axes, keys, complain)) return null;
  for (const { index, expected, got } of [...read.x.faults, ...read.y.faults])
    complainOfRow(index, expected, got);
  const wrong = new Set([...read.x.faults, ...read.y.faults].map(({ index }) => index));

  const constant =
    keys.certainty !== undefined && isCertainty(keys.certainty) ? keys.certainty : 'confirmed';
  const points = table.rows.map((_, i): ChartPoint => {
    const certainty = columns.certainty?.cells[i] ?? constant;
    if (!isCertainty(certainty)) {
      const expected = `${keys.certainty} must be ${certainties.join(', ')}${didYouMean(certainty, certainties)}`;
      complainOfRow(i, expected, show(certainty));
    }
    return {
      x: read.x.values[i]!,
      y: read.y.values[i]!,
      series: columns.color?.cells[i] ?? '',
      certainty: isCertainty(certainty) ? certainty : 'confirmed'
    };
  });
  const chart: Chart = {
    mark: keys.mark,
    title: keys.title,
    alt: keys.alt,
    lang,
    ...axes,
    unit: keys.unit ?? '',
    color: keys.color === undefined ? null : wordsOf(keys.color),
    series: [...new Set(points.map(({ series }) => series))],
    hasCertainty: keys.certainty !== undefined,
    points
  };
  checkPoints(chart, keys, wrong, complain, complainOfRow);
  return valid ? chart : null;
}

/**
 * Returns what the columns on x and y hold. Whole numbers from 1700 to 2099 on x are years, unless that leaves the chart
 * without numbers.
 */
function axisTypes(
  x: ChartColumn,
  y: ChartColumn,
  mark: Chart['mark']
): { x: ChartAxis['type']; y: ChartAxis['type'] } {
  const type = typeOfColumn(y, 'numbers');
  const isLine = mark === 'line' || mark === 'area';
  return { x: typeOfColumn(x, type === 'number' || isLine ? 'dates' : 'numbers'), y: type };
}

function isCertainty(word: string): word is Certainty {
  return certainties.some((each) => each === word);
}

/** The name of a column as words: `oil_exports` → `Oil exports`. */
function wordsOf(column: string): string {
  const words = column.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
