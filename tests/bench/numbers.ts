/** Measured values of one kind: the middle one, the least and the most. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The figure of one or more values; of an even number the lower of the two in the middle. */
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

/** Measurements by name, each taken several times, as figures; a name keeps the order of the first sample. */
export function figuresOf(
  samples: readonly Readonly<Record<string, number>>[]
): Record<string, Figure> {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(sample)))];
  return Object.fromEntries(
    names.map((name) => [name, figureOf(samples.flatMap((sample) => sample[name] ?? []))])
  );
}

/**
 * A table in text: a row a measurement, a column a page with its value and spread, and a ratio between it and
 * the column of `against`: how much of it `against` needs, or with `grows` how much of `against` it needs.
 */
export function tableOf(
  title: string,
  columns: Readonly<Record<string, Readonly<Record<string, Figure>>>>,
  against: string,
  grows = false
): string {
  const names = Object.keys(columns);
  const rows = [...new Set(names.flatMap((name) => Object.keys(columns[name]!)))];
  const cells = [
    [title, ...names],
    ...rows.map((row) => [
      row,
      ...names.map((name) => {
        const figure = columns[name]![row];
        if (!figure) return '–';
        const base = columns[against]?.[row]?.median;
        const ratio =
          base !== undefined && name !== against && figure.median > 0 && (!grows || base > 0)
            ? `  ×${(grows ? figure.median / base : base / figure.median).toFixed(2)}`
            : '';
        const spread =
          figure.least === figure.most ? '' : ` (${short(figure.least)}–${short(figure.most)})`;
        return `${short(figure.median)}${spread}${ratio}`;
      })
    ])
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function short(value: number): string {
  return Math.abs(value) >= 100 || Number.isInteger(value)
    ? String(Math.round(value))
    : value.toPrecision(3);
}
