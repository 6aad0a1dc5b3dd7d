import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { storyEvent } from '../story/fixtures.ts';
import type { DatedEvent } from '../story/step-events.ts';
import { anyEvents } from './fixtures.ts';
import { axisPx, fanOut, layOutMarks, nearestLine, timeMarks } from './time-marks.ts';
import { eventDays, timeScale } from './time-scale.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../../src/stories/russia-iran-2015')),
  readWorld()
);
const scale = timeScale(story);
const marks = timeMarks(story, scale);

describe('timeMarks(story, scale)', () => {
  it('covers every day of an event, and lets none of a lane overlap', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const told = { events, vantage: null };
        const axis = timeScale(told);
        const made = timeMarks(told, axis);
        expect(made).toHaveLength(events.length);
        made.forEach(({ event, from, to, lane }, i) => {
          const days = eventDays(event as DatedEvent);
          expect([from, to]).toEqual([axis.at(days.from), axis.at(days.to)]);
          expect(lane === null).toBe(days.to - days.from === 1);
          for (const other of made.slice(i + 1)) {
            if (lane === null || other.lane !== lane) continue;
            expect(other.from >= to || from >= other.to).toBe(true);
          }
        });
      })
    );
  });

  it('uses a lane again after its last event, with a gap between them', () => {
    const inMonth = (start: string) => storyEvent({ start, datePrecision: 'month' });
    const events = ['2015-01-01', '2015-02-01', '2015-11-01', '2016-12-01'].map(inMonth);
    const axis = timeScale({ events, vantage: null });
    expect(timeMarks({ events }, axis).map(({ lane }) => lane)).toEqual([0, 1, 0, 0]);
  });

  it('is in order of date, a day as a line, a month, a year and a span as bars', () => {
    const starts = marks.map(({ event }) => event.start);
    expect(starts).toEqual([...starts].sort());
    const lane = (id: string) => marks.find(({ event }) => event.id === id)!.lane;
    for (const id of ['shoigu-tehran', 'jcpoa']) expect(lane(id)).toBeNull();
    for (const id of ['velayati-moscow', 'iran-syria', 's300-ban-2010', 'arms-market'])
      expect(lane(id)).not.toBeNull();
  });

  it('lets a plan reach past the now', () => {
    const now = scale.at(eventDays({ start: '2015-10-01', end: null, datePrecision: 'month' }).to);
    const to = (id: string) => marks.find(({ event }) => event.id === id)!.to;
    for (const id of ['s300-transfer', 'trade-tenfold', 'arms-market'])
      expect(to(id)).toBeGreaterThan(now);
    expect(to('russia-syria')).toBeLessThan(now);
  });
});

describe('layOutMarks(marks, size)', () => {
  for (const size of [
    { width: 296, height: 27 },
    { width: 790, height: 41 }
  ]) {
    it(`gives each its own line at ${size.width} px, to be pointed at alone`, () => {
      const lines = layOutMarks(marks, size);
      expect(lines.map(({ mark }) => mark)).toEqual(marks);
      for (const line of lines) {
        // A day's line is its own at its top, a bar somewhere along its length.
        const along = line.mark.lane === null ? [1] : [0, 0.25, 0.5, 0.75, 1];
        const found = along.map((t) =>
          nearestLine(lines, line.x1 + t * (line.x2 - line.x1), line.y1 + t * (line.y2 - line.y1))
        );
        expect(found, line.mark.event.id).toContain(line);
      }
    });

    it(`stands a day's foot on its day at ${size.width} px, and lays a bar over its days`, () => {
      for (const { mark, x1, x2, y1, y2 } of layOutMarks(marks, size)) {
        if (mark.lane === null) {
          expect(x1).toBeGreaterThanOrEqual(mark.from * size.width);
          expect(x1).toBeLessThanOrEqual(mark.to * size.width);
          expect(y2).toBeLessThan(y1);
          expect(y1).toBeLessThan(axisPx(marks, size.height));
        } else {
          expect(x1).toBeLessThanOrEqual(mark.from * size.width);
          expect(x2).toBeGreaterThanOrEqual(mark.to * size.width);
          expect(y1).toBeGreaterThan(axisPx(marks, size.height));
          expect(y1).toBeLessThan(size.height);
        }
      }
    });
  }
});

describe('layOutMarks(marks, size) for short and long bars', () => {
  const event = storyEvent({ start: '2015-01-01', datePrecision: 'month' });
  const bar = (from: number, to: number, lane: number) => ({ event, from, to, lane });

  it('draws a bar over its share of the width, and one of a few days longer about its middle', () => {
    const lines = layOutMarks([bar(0.25, 0.5, 0), bar(0.5, 0.505, 1)], { width: 400, height: 56 });
    expect(lines.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [100, 200],
      [198.5, 203.5]
    ]);
  });

  it('puts each lane below the one before it, at its middle', () => {
    const lines = layOutMarks([bar(0, 0.4, 0), bar(0, 0.4, 1)], { width: 400, height: 56 });
    // 3.2 lanes above the axis, 0.4 below it, then two lanes: 10 px each.
    expect(lines.map(({ y1, y2 }) => [Math.round(y1), Math.round(y2)])).toEqual([
      [41, 41],
      [51, 51]
    ]);
  });
});

describe('fanOut(points, gap)', () => {
  it('keeps points apart and in order, and moves none that has room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 30 }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (given, gap) => {
          const points = [...given].sort((a, b) => a - b);
          const moved = fanOut(points, gap);
          expect(moved).toHaveLength(points.length);
          moved.slice(1).forEach((point, i) => {
            expect(point - moved[i]!).toBeGreaterThanOrEqual(gap - 1e-9);
          });
        }
      )
    );
    expect(fanOut([10, 50, 90], 5)).toEqual([10, 50, 90]);
  });

  it('spreads points of one place evenly about it', () => {
    expect(fanOut([20, 20, 20], 5)).toEqual([15, 20, 25]);
    expect(fanOut([20, 22], 4)).toEqual([19, 23]);
  });
});

describe('nearestLine(lines, x, y)', () => {
  it('is none where there are no lines', () => {
    expect(nearestLine([], 3, 4)).toBeNull();
  });
});
