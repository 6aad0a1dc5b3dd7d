/** Measured values of one kind: the middle one, the least and the most. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Figures by the name of what was measured, then by the figure's name. */
export type Columns = Readonly<Record<string, Readonly<Record<string, Figure>>>>;

/** One part of a table, with columns of its own. */
export interface TableSection {
  readonly title: string;
  readonly columns: Columns;
  /** The columns that a figure is divided by, for the ratios beside it. */
  readonly baselines: (column: string, figure: string) => readonly string[];
}

/** The figure of one or more values; of an even number the median is the lower of the two in the middle. */
export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: sorted[(sorted.length - 1) >> 1]!,
    least: sorted[0]!,
    most: sorted.at(-1)!
  };
}

/** The value below which a share (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The figures of measurements that were each taken several times, in the order of the first sample. */
export function figuresOf(
  samples: readonly Readonly<Record<string, number>>[]
): Record<string, Figure> {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return Object.fromEntries(
    names.map((name) => [name, figureOf(samples.flatMap((sample) => sample[name] ?? []))])
  );
}

/**
 * A table in text: a row a figure, a column a page, and beside each value its spread and its ratios, such as
 * `132 (120–140) ×1.10 of plain`. A baseline that was not measured, or that is 0, gives no ratio.
 */
export function tableOf(sections: readonly TableSection[]): string {
  const rows = sections.flatMap((section) => [[], ...rowsOf(section)]).slice(1);
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function rowsOf({ title, columns, baselines }: TableSection): string[][] {
  const names = Object.keys(columns);
  const figures = [...new Set(names.flatMap((name) => Object.keys(columns[name]!)))];
  return [
    [title, ...names],
    ...figures.map((name) => [
      name,
      ...names.map((column) => {
        const figure = columns[column]![name];
        if (!figure) return '–';
        const ratios = baselines(column, name).flatMap((baseline) => {
          const base = columns[baseline]?.[name]?.median ?? 0;
          return base > 0 ? [`×${(figure.median / base).toFixed(2)} of ${baseline}`] : [];
        });
        const { median, least, most } = figure;
        const spread = least === most ? [] : [`(${short(least)}–${short(most)})`];
        return [short(median), ...spread, ratios.join(', ')].join(' ').trimEnd();
      })
    ])
  ];
}

function short(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value)
    ? String(Math.round(value))
    : value.toPrecision(3);
}
