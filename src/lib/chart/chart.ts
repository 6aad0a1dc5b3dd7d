import type { Certainty, DatePrecision } from '../story/story.ts';

export const chartMarks = ['bar', 'line', 'area', 'dot'] as const;

/** A number, a category or a date as it is written (`2015`, `2015-10` or `2015-10-12`); null where none is given. */
export type ChartValue = number | string | null;

/** A column of the table that a chart is drawn from, by what all of its values are. */
export interface ChartAxis {
  /** What the column is called in the chart and its table. */
  readonly label: string;
  readonly type: 'number' | 'date' | 'category';
  /** How fine its dates are; null for other types. */
  readonly precision: DatePrecision | null;
}

/** A row of the table that a chart is drawn from. */
export interface ChartPoint {
  readonly x: ChartValue;
  readonly y: ChartValue;
  /** The row's value in the column of the colours; empty where there is none. */
  readonly series: string;
  readonly certainty: Certainty;
}

/** A chart of a story, checked: at least one of its axes is of numbers. */
export interface Chart {
  readonly mark: (typeof chartMarks)[number];
  readonly title: string;
  /** What the chart shows, in words. */
  readonly alt: string;
  /** BCP 47. */
  readonly lang: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  /** The unit of its numbers, `%` or `billion dollars`; empty where it has none. */
  readonly unit: string;
  /** What the column of the colours is called; null where there is none. */
  readonly color: string | null;
  /** The values of that column in the order of the file; one empty text where there is none. */
  readonly series: readonly string[];
  /** Whether the points differ in certainty, or share one that is not `confirmed`. */
  readonly hasCertainty: boolean;
  readonly points: readonly ChartPoint[];
}

/** True where the bars or dots of a chart run across: its numbers are on x and its categories on y. */
export function runsAcross({ x, y }: Pick<Chart, 'x' | 'y'>): boolean {
  return x.type === 'number' && y.type !== 'number';
}

/** The axis along which bars stand or lines run; the other one is of numbers. */
export function baseAxisOf(axes: Pick<Chart, 'x' | 'y'>): ChartAxis {
  return runsAcross(axes) ? axes.y : axes.x;
}
