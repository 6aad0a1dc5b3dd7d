import type { DatePrecision } from '../story/story.ts';

/** Every year, month or day from one date to another, both included. */
export function unitsBetween(first: Date, last: Date, unit: DatePrecision): Date[] {
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  const units: Date[] = [];
  for (let i = 0; units.length === 0 || units.at(-1)! < last; i++) {
    const next =
      unit === 'year'
        ? Date.UTC(year + i, 0)
        : unit === 'month'
          ? Date.UTC(year, month + i)
          : Date.UTC(year, month, day + i);
    units.push(new Date(next));
  }
  return units;
}

/** Steps that people count in. */
const steps: Readonly<Record<DatePrecision, readonly number[]>> = {
  year: [1, 2, 5, 10, 20, 25, 50, 100],
  month: [1, 2, 3, 6],
  day: [1, 2, 5, 10, 15]
};

/** The dates that an axis names between two: at most `most`, in a unit no finer than `finest`. */
export function dateTicks(
  first: Date,
  last: Date,
  finest: DatePrecision,
  most: number
): { dates: Date[]; unit: DatePrecision } {
  const days = (last.getTime() - first.getTime()) / 86_400_000;
  const unit =
    finest === 'year' || days > 1000 ? 'year' : finest === 'month' || days > 62 ? 'month' : 'day';
  const all = unitsBetween(first, last, unit).filter((date) => date >= first && date <= last);
  const step = steps[unit].find((each) => all.length / each <= most) ?? steps[unit].at(-1)!;
  const count = (date: Date, i: number) =>
    unit === 'year' ? date.getUTCFullYear() : unit === 'month' ? date.getUTCMonth() : i;
  return { dates: all.filter((date, i) => count(date, i) % step === 0), unit };
}
