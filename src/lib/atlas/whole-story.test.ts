import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { wholeStoryView } from './whole-story.ts';

const story = parseStory(readStoryFolder(resolve('src/stories/russia-iran-2015')), readWorld());
const padding = { top: 20, right: 20, bottom: 20, left: 20 };

describe('wholeStoryView(story, frame)', () => {
  const view = wholeStoryView(story, { width: 960, height: 720, padding });

  it('shows every event, none dimmed, its badge in the frame', () => {
    const seen = [...view.arcs, ...view.markers];
    expect(seen.map(({ event }) => event.id).toSorted()).toEqual(
      story.events.map(({ id }) => id).toSorted()
    );
    for (const { event, opacity, badge } of seen) {
      expect(opacity, event.id).toBe(1);
      expect(badge![0], event.id).toBeGreaterThan(0);
      expect(badge![0], event.id).toBeLessThan(960);
      expect(badge![1], event.id).toBeGreaterThan(0);
      expect(badge![1], event.id).toBeLessThan(720);
    }
  });

  it('tints the two countries that the story speaks of most', () => {
    expect(view.highlights.map(({ code, tint }) => [code, tint])).toEqual([
      ['IRN', 'second'],
      ['RUS', 'first']
    ]);
  });
});
