import { certainties, type Certainty } from '../story/story.ts';
import { baseAxisOf, runsAcross, type Chart } from './chart.ts';

/** A point by where it stands and how far it reaches. */
export interface PlacedPoint {
  readonly base: Date | number | string;
  /** Null where none is given. */
  readonly value: number | null;
  readonly series: string;
  readonly certainty: Certainty;
}

/** A part of a bar or an area, from one value to another. */
export interface Part extends PlacedPoint {
  readonly from: number;
  readonly to: number;
}

/** The points of a chart; those of lines and areas from first to last. */
export function placedPoints(chart: Chart): PlacedPoint[] {
  const across = runsAcross(chart);
  const { type } = baseAxisOf(chart);
  const isWord = chart.mark === 'bar' || type === 'category';
  const points = chart.points.map(({ x, y, series, certainty }): PlacedPoint => {
    const [place, value] = across ? [y, x] : [x, y];
    const base = isWord ? String(place) : type === 'date' ? new Date(String(place)) : Number(place);
    return { base, value: value === null ? null : Number(value), series, certainty };
  });
  return isWord ? points : points.toSorted((a, b) => Number(a.base) - Number(b.base));
}

/** Each part of a bar begins where the one before it ends; parts below zero hang from it. */
export function stacked(chart: Chart, points: readonly PlacedPoint[]): Part[] {
  const order = (point: PlacedPoint) =>
    chart.series.indexOf(point.series) * certainties.length + certainties.indexOf(point.certainty);
  const ends = new Map<string, number>();
  return points
    .toSorted((a, b) => order(a) - order(b))
    .flatMap((point): Part[] => {
      if (point.value === null) return [];
      const key = `${Number(point.base) || String(point.base)} ${point.value < 0}`;
      const from = ends.get(key) ?? 0;
      ends.set(key, from + point.value);
      return [{ ...point, from, to: from + point.value }];
    });
}
