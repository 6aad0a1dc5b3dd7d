import { describe, expect, it } from 'vitest';
import { dateTicks, unitsBetween } from './date-units.ts';

const written = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 10));

describe('unitsBetween(first, last, unit)', () => {
  it('counts over the ends of months and years', () => {
    const between = unitsBetween(new Date('2016-02-28'), new Date('2016-03-01'), 'day');
    expect(written(between)).toEqual(['2016-02-28', '2016-02-29', '2016-03-01']);
    expect(unitsBetween(new Date('2014-11'), new Date('2015-02'), 'month')).toHaveLength(4);
    expect(unitsBetween(new Date('2015'), new Date('2015'), 'year')).toHaveLength(1);
  });
});

describe('dateTicks(first, last, finest, most)', () => {
  it('takes round steps in a unit that suits the time between', () => {
    const { dates, unit } = dateTicks(new Date('1993'), new Date('2015'), 'year', 5);
    expect([unit, written(dates)]).toEqual([
      'year',
      ['1995-01-01', '2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01']
    ]);
    expect(dateTicks(new Date('2014-01'), new Date('2015-06'), 'day', 6).unit).toBe('month');
    expect(dateTicks(new Date('2015-01-03'), new Date('2015-02-01'), 'day', 6).unit).toBe('day');
  });

  it('is never finer than the dates are', () => {
    expect(dateTicks(new Date('2014'), new Date('2015'), 'year', 6).unit).toBe('year');
  });
});
