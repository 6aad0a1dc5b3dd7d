import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { wholeStoryFrame, wholeStoryView } from './whole-story.ts';

const story = parseStory(readStoryFolder(resolve('src/stories/russia-iran-2015')), readWorld());

describe('wholeStoryView(story, widthPx, events)', () => {
  const view = wholeStoryView(story);
  const { width, height } = wholeStoryFrame;

  it('shows every event, none dimmed, its badge in the frame', () => {
    const seen = [...view.arcs, ...view.markers];
    expect(seen.map(({ event }) => event.id).toSorted()).toEqual(
      story.events.map(({ id }) => id).toSorted()
    );
    for (const { event, opacity, badge } of seen) {
      expect(opacity, event.id).toBe(1);
      expect(badge![0], event.id).toBeGreaterThan(0);
      expect(badge![0], event.id).toBeLessThan(width);
      expect(badge![1], event.id).toBeGreaterThan(0);
      expect(badge![1], event.id).toBeLessThan(height);
    }
  });

  it('shows some of the events where they are among all, with no others’ places', () => {
    const some = story.events.filter(({ kind }) => kind.id === 'agreement');
    const { camera, arcs, markers, dots } = wholeStoryView(story, width, some);
    expect(camera).toEqual(view.camera);
    expect([...arcs, ...markers].map(({ event }) => event)).toEqual(some);
    expect(dots.map(({ id }) => id)).toEqual(['vienna', 'lausanne']);
    expect(wholeStoryView(story, width, []).labels.length).toBeGreaterThan(0);
  });

  it('shows the same part of the world in any width', () => {
    const narrow = wholeStoryView(story, width / 3);
    expect(narrow.frame.height).toBe(height / 3);
    for (const [i, { id, at }] of narrow.dots.entries()) {
      expect(id).toBe(view.dots[i]!.id);
      expect(at[0] * 3).toBeCloseTo(view.dots[i]!.at[0], 3);
      expect(at[1] * 3).toBeCloseTo(view.dots[i]!.at[1], 3);
    }
  });

  it('tints the two countries that the story speaks of most', () => {
    expect(view.highlights.map(({ code, tint }) => [code, tint])).toEqual([
      ['IRN', 'second'],
      ['RUS', 'first']
    ]);
  });
});
