import { describe, expect, it } from 'vitest';
import { readWorld } from '../../src/cli/read-stories.ts';
import { parseStory } from '../../src/lib/story/parse-story.ts';
import { generateStory } from './generate-story.ts';
import { figureOf, tableOf } from './numbers.ts';
import { readOptions } from './options.ts';

describe('generateStory(steps, events, gazetteer)', () => {
  const world = readWorld();
  const parse = (steps: number, events: number) =>
    parseStory({ slug: 'grown', files: generateStory(steps, events, world.gazetteer) }, world);

  it('is a sound story with as many steps and events as asked for', () => {
    const story = parse(60, 400);
    expect([story.steps.length, story.events.length]).toEqual([60, 400]);
  });

  it('has as much in view in its first two thirds however long it is', () => {
    const shown = (steps: number, events: number) =>
      parse(steps, events)
        .steps.slice(2, 20)
        .map(({ show, keep }) => [show.length, keep.length]);
    expect(shown(120, 800)).toEqual(shown(30, 20));
  });
});

describe('figureOf(values)', () => {
  it('is the middle value with the least and the most', () => {
    expect(figureOf([5, 1, 9, 3, 7])).toEqual({ median: 5, least: 1, most: 9 });
  });
});

describe('tableOf(title, columns, against)', () => {
  it('gives each column’s value and what the page compared is of it', () => {
    const figure = (value: number) => ({ median: value, least: value, most: value });
    expect(
      tableOf('load', { bare: { idle: figure(100) }, ours: { idle: figure(120) } }, 'ours')
    ).toBe('load  bare        ours\nidle  100  ×1.20  120');
  });

  it('tells values apart that differ by a hundredth', () => {
    const figure = { median: 1.053, least: 1.049, most: 1.061 };
    expect(tableOf('heap', { ours: { grown: figure } }, 'ours')).toBe(
      'heap   ours\ngrown  1.05 (1.05–1.06)'
    );
  });

  it('gives no ratio to nothing', () => {
    const figure = (value: number) => ({ median: value, least: value, most: value });
    const columns = { small: { long: figure(0) }, large: { long: figure(7) } };
    expect(tableOf('tasks', columns, 'small', true)).toBe('tasks  small  large\nlong   0      7');
    expect(tableOf('tasks', columns, 'large')).toBe('tasks  small  large\nlong   0      7');
  });
});

describe('readOptions(parameters)', () => {
  it('takes a quick run of two pages', () => {
    const options = readOptions([
      '--runs',
      '1',
      '--only',
      'fulcrum,bare',
      '--cpu',
      '4',
      '--no-build'
    ]);
    expect(options).toMatchObject({
      runs: 1,
      variants: ['bare', 'fulcrum'],
      cpu: [4],
      build: false
    });
  });

  it('names what it cannot take', () => {
    expect(() => readOptions(['--runs', 'x'])).toThrow('--runs must be a number above 0, got "x"');
    expect(() => readOptions(['--only', 'pain'])).toThrow(/--only must name of .*, got "pain"/);
  });
});
