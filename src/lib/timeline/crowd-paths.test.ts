import { describe, expect, it } from 'vitest';
import { certainties, type StoryEvent } from '../story/story.ts';
import { crowdPaths } from './crowd-paths.ts';
import { layOutMarks, type MarkLine, type TimeMark } from './time-marks.ts';

/** Days all over the axis, of every certainty in turn. */
function days(count: number): TimeMark[] {
  return Array.from({ length: count }, (_, i) => ({
    event: { id: `e${i}`, certainty: certainties[i % certainties.length] } as StoryEvent,
    from: i / count,
    to: i / count,
    lane: null
  }));
}

const ends = (d: string) =>
  [...d.matchAll(/M(\S+) (\S+)L(\S+) ([^M]+)/g)].map(([, ...numbers]) => numbers.map(Number));

describe('crowdPaths(lines)', () => {
  it('has every line once, and one path for each form', () => {
    const line = (certainty: StoryEvent['certainty'], x: number): MarkLine => ({
      mark: { event: { certainty } as StoryEvent, from: 0, to: 0, lane: null },
      x1: x,
      y1: 20,
      x2: x,
      y2: 1
    });
    const paths = crowdPaths([
      line('confirmed', 1),
      line('planned', 2.04),
      line('confirmed', 3),
      line('reported', 4)
    ]);
    expect(paths.map(({ d }) => ends(d))).toEqual([
      [
        [1, 20, 1, 1],
        [3, 20, 3, 1]
      ],
      [[2, 20, 2, 1]],
      [[4, 20, 4, 1]]
    ]);
    expect(paths.map(({ form }) => [form.dash.length > 0, form.dotted])).toEqual([
      [false, false],
      [true, true],
      [true, false]
    ]);
  });

  it('stays a few paths, on the plot, for thousands of days', () => {
    const paths = crowdPaths(layOutMarks(days(20_000), { width: 400, height: 40 }));
    const lines = paths.flatMap(({ d }) => ends(d));
    expect(lines).toHaveLength(20_000);
    expect(paths.length).toBeLessThan(60);
    const across = lines.flatMap(([x1, , x2]) => [x1!, x2!]);
    expect(Math.min(...across)).toBeGreaterThan(-6);
    expect(Math.max(...across)).toBeLessThan(406);
  });
});
