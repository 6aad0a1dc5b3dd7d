import { describe, expect, it } from 'vitest';
import { readWorld } from '../../src/cli/read-stories.ts';
import { parseStory } from '../../src/lib/parse/parse-story.ts';
import { byTurns } from './by-turns.ts';
import { generateStory } from './generate-story.ts';
import { figureOf, tableOf } from './numbers.ts';
import { readOptions } from './options.ts';

describe('generateStory(steps, events, gazetteer)', () => {
  const world = readWorld();
  const parse = (steps: number, events: number) =>
    parseStory(
      { slug: 'grown', files: generateStory(steps, events, world.gazetteer), media: {} },
      world
    );

  it('is a valid story with as many steps and events as asked for', () => {
    const story = parse(60, 400);
    expect([story.steps.length, story.events.length]).toEqual([60, 400]);
  });

  it('shows as much in its first two thirds however long it is', () => {
    const shown = (steps: number, events: number) =>
      parse(steps, events)
        .steps.slice(2, 20)
        .map(({ show, keep }) => [show.length, keep.length]);
    expect(shown(120, 800)).toEqual(shown(30, 20));
  });
});

describe('figureOf(values)', () => {
  it('gives the middle value, the least and the most', () => {
    expect(figureOf([5, 1, 9, 3, 7])).toEqual({ median: 5, least: 1, most: 9 });
  });
});

describe('tableOf(sections)', () => {
  const figure = (value: number) => ({ median: value, least: value, most: value });
  const against = (baseline: string) => (column: string) => (column === baseline ? [] : [baseline]);

  it('gives each value, and its ratio to the baseline', () => {
    const columns = { bare: { idle: figure(100) }, ours: { idle: figure(120) } };
    expect(tableOf([{ title: 'load', columns, baselines: against('bare') }])).toBe(
      'load  bare  ours\nidle  100   120 ×1.20 of bare'
    );
  });

  it('shows differences of a hundredth', () => {
    const columns = { ours: { grown: { median: 1.053, least: 1.049, most: 1.061 } } };
    expect(tableOf([{ title: 'heap', columns, baselines: () => [] }])).toBe(
      'heap   ours\ngrown  1.05 (1.05–1.06)'
    );
  });

  it('gives no ratio to nothing, nor to what was not measured', () => {
    const columns = { small: { long: figure(0) }, large: { long: figure(7), late: figure(2) } };
    expect(tableOf([{ title: 'tasks', columns, baselines: () => ['small', 'bare'] }])).toBe(
      'tasks  small  large\nlong   0      7\nlate   –      2'
    );
  });

  it('puts sections below one another, in columns of one width', () => {
    const section = (title: string) => ({
      title,
      columns: { ours: { idle: figure(1) } },
      baselines: () => []
    });
    expect(tableOf([section('load'), section('scroll')])).toBe(
      'load    ours\nidle    1\n\nscroll  ours\nidle    1'
    );
  });
});

describe('byTurns(rounds, subjects, measure, note)', () => {
  it('measures every subject once before any is measured again', async () => {
    const order: string[] = [];
    const columns = await byTurns(
      2,
      [{ name: 'ours' }, { name: 'theirs' }],
      async ({ name }) => ({ calls: order.push(name) }),
      () => {}
    );
    expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs']);
    expect(columns).toEqual({
      ours: { calls: { median: 1, least: 1, most: 3 } },
      theirs: { calls: { median: 2, least: 2, most: 4 } }
    });
  });
});

describe('readOptions(parameters)', () => {
  it('takes a quick run of two pages', () => {
    const parameters = '--runs 1 --only fulcrum,bare --cpu 4 --no-build'.split(' ');
    expect(readOptions(parameters)).toMatchObject({
      rounds: { load: 1, scroll: 1, growth: 1 },
      pages: ['bare', 'fulcrum'],
      against: null,
      cpu: [4],
      build: false
    });
  });

  it('names what it cannot take', () => {
    expect(() => readOptions(['--runs', 'x'])).toThrow('--runs must be a number above 0, got "x"');
    expect(() => readOptions(['--only', 'pain'])).toThrow(/--only must be some of .*, got "pain"/);
  });
});
