import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { isDated } from '../story/step-events.ts';
import { anyEvents } from './fixtures.ts';
import { dayOf, eventDays, timeScale, vantageDays } from './time-scale.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../../src/stories/russia-iran-2015')),
  readWorld()
);

describe('eventDays(event)', () => {
  const days = (start: string, end: string | null, datePrecision: 'day' | 'month' | 'year') => {
    const { from, to } = eventDays({ start, end, datePrecision });
    return [from, to - 1].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  };

  it('is the day itself, the whole month or the whole year', () => {
    expect(days('2015-01-28', null, 'day')).toEqual(['2015-01-28', '2015-01-28']);
    expect(days('2015-01-28', null, 'month')).toEqual(['2015-01-01', '2015-01-31']);
    expect(days('2012-02-10', '2012-02-10', 'month')).toEqual(['2012-02-01', '2012-02-29']);
    expect(days('2015-06-01', null, 'year')).toEqual(['2015-01-01', '2015-12-31']);
  });

  it('reaches from the start of a span to the end of what its end stands for', () => {
    expect(days('2015-08-01', '2015-10-11', 'month')).toEqual(['2015-08-01', '2015-10-31']);
    expect(days('2010-09-22', '2015-04-13', 'day')).toEqual(['2010-09-22', '2015-04-13']);
  });
});

describe('timeScale(story)', () => {
  const day = fc.integer({ min: dayOf('1840-01-01'), max: dayOf('2170-01-01') });

  it('grows with the day, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anyEvents, day, day, (events, a, b) => {
        const scale = timeScale({ events, vantage: null });
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(scale.at(early)).toBeGreaterThanOrEqual(0);
        expect(scale.at(late)).toBeLessThanOrEqual(1);
        expect(scale.at(early)).toBeLessThanOrEqual(scale.at(late));
        const inside = early !== late && early >= scale.from && late <= scale.to;
        if (inside) expect(scale.at(early)).toBeLessThan(scale.at(late));
      })
    );
  });

  it('has a place for every day of every event, and for the now', () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.option(fc.constantFrom('1790', '2015-10', '2230-05-06')),
        (events, vantage) => {
          const scale = timeScale({ events, vantage });
          const now = vantageDays({ vantage });
          for (const { from, to } of [
            ...events.filter(isDated).map(eventDays),
            ...(now ? [now] : [])
          ]) {
            expect(from).toBeGreaterThanOrEqual(scale.from);
            expect(to).toBeLessThanOrEqual(scale.to);
          }
        }
      )
    );
  });

  it('is made of stretches that follow one another, and cuts short only years in which nothing begins or ends', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { parts, from, to } = timeScale({ events, vantage: null });
        expect(parts[0]).toMatchObject({ from, start: 0 });
        expect(parts.at(-1)).toMatchObject({ to, end: 1 });
        parts.slice(1).forEach((part, i) => {
          expect(part.from).toBe(parts[i]!.to);
          expect(part.start).toBe(parts[i]!.end);
        });
        const edges = events
          .filter(isDated)
          .map(eventDays)
          .flatMap((days) => [days.from, days.to - 1]);
        for (const part of parts) {
          const busy = edges.some((edge) => edge >= part.from && edge < part.to);
          expect(busy).toBe(part.year !== null);
        }
      })
    );
  });

  it('lets no far year squash the one that the story tells', () => {
    const { parts } = timeScale(story);
    const share = (year: number) => {
      const part = parts.find((each) => each.year === year)!;
      return part.end - part.start;
    };
    expect(parts.map(({ year }) => year)).toEqual([2010, null, 2014, 2015, null, 2017, null, 2020]);
    expect(share(2015)).toBeGreaterThan(0.6);
    for (const year of [2010, 2014, 2017, 2020]) expect(share(year)).toBeGreaterThan(0.05);
  });

  it('is an empty axis of one month where a story has no events', () => {
    const scale = timeScale({ events: [], vantage: null });
    expect(scale.at(scale.from)).toBe(0);
    expect(scale.at(scale.to)).toBe(1);
  });
});
