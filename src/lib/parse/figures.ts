import type { MediaReader } from './media-fence/media-reader.ts';
import type { ReadFigure } from './prose.ts';
import { readChart, type ChartContext } from './chart-fence/read-chart.ts';

/** What the figures of a story are read with. */
export interface FigureReaders {
  readonly charts: ChartContext;
  readonly media: MediaReader;
}

/** Returns what reads the fences between the paragraphs of a step, each by its name. */
export function figureReader({ charts, media }: FigureReaders, step: string): ReadFigure {
  return (name, fence, subject) => {
    if (name === 'media') return media.readFence(fence, step, subject);
    if (name === 'chart') return readChart(fence, charts, subject);
    const { file, where, report } = subject;
    const expected = 'prose must not contain code blocks';
    report({ file, line: fence.line - 1, where, expected, got: JSON.stringify(name) });
    return null;
  };
}
