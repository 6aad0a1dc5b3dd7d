import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { byDate, stepEvents, introducingStep } from './step-events.ts';

const root = resolve(import.meta.dirname, '../../..');
const story = parseStory(
  readStoryFolder(resolve(root, 'src/stories/russia-iran-2015')),
  readWorld()
);
const step = story.steps.find(({ id }) => id === 'journey-denied')!;

describe('stepEvents(story, step, filter)', () => {
  it('is all that the step shows and keeps, in order of date', () => {
    for (const each of story.steps) {
      const { events, shown, kept, all } = stepEvents(story, each);
      const starts = events.map(({ start }) => start);
      expect(starts).toEqual([...starts].sort());
      expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(each.show));
      expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(each.keep));
      expect(events).toHaveLength(all);
      expect(shown.length + kept.length).toBe(all);
    }
  });

  it('lets through what the filter asks for, and counts all the same', () => {
    const { events, shown, kept, all } = stepEvents(story, step, new Set(['disputed'] as const));
    expect(events.map(({ id }) => id)).toEqual(['soleimani-moscow']);
    expect(shown).toEqual(events);
    expect(kept).toEqual([]);
    expect(all).toBe(stepEvents(story, step).all);
  });
});

describe('byDate(events)', () => {
  it('keeps those of one day in the order given, and leaves the list given as it was', () => {
    const day = story.events.filter(({ start }) => start === '2015-01-20');
    expect(day).toHaveLength(3);
    expect(byDate(day)).toEqual(day);
    const backwards = [...story.events].reverse();
    byDate(backwards);
    expect(backwards).toEqual([...story.events].reverse());
  });
});

describe('introducingStep(story, event)', () => {
  it('is the first step that shows it', () => {
    for (const event of story.events) {
      const told = introducingStep(story, event);
      expect(story.steps[told]!.show).toContain(event.id);
      expect(story.steps.slice(0, told).some(({ show }) => show.includes(event.id))).toBe(false);
    }
  });
});
