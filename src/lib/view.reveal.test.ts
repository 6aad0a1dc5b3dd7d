import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolders, readWorld } from '../cli/read-stories.ts';
import { parseStory } from './parse/parse-story.ts';
import { viewAt, type Frame, type View } from './view.ts';

const root = resolve(import.meta.dirname, '../..');
const world = readWorld();
const [folder] = readStoryFolders(resolve(root, 'src/stories'));
const story = parseStory(folder!, world);
const frame: Frame = {
  width: 1136,
  height: 640,
  padding: { top: 30, right: 30, bottom: 60, left: 400 }
};
const shown = (view: View) => [...view.arcs, ...view.markers].map(({ event }) => event.id).sort();
const names = (view: View) => view.labels.map(({ text }) => text);

describe('viewAt(story, position, frame, {reveal})', () => {
  it('leaves out the events that a step shows, and nothing else, under the same camera', () => {
    story.steps.forEach((step, index) => {
      const whole = viewAt(story, index, frame);
      const asked = viewAt(story, index, frame, { reveal: { step: index, progress: 0 } });
      const own = new Set(step.show);
      expect(shown(asked), step.id).toEqual(shown(whole).filter((id) => !own.has(id)));
      expect(asked.camera).toEqual(whole.camera);
      expect(asked.highlights).toEqual(whole.highlights);
    });
  });

  it('names neither the events nor the places that only they bring', () => {
    const index = story.steps.findIndex(({ id }) => id === 'journey-denied');
    const asked = names(viewAt(story, index, frame, { reveal: { step: index, progress: 0 } }));
    expect(names(viewAt(story, index, frame)).join()).toContain('Soleimani');
    expect(asked.join()).not.toContain('Soleimani');
    expect(asked).toContain('Moscow');
  });

  it('at progress 1 is the whole view', () => {
    const index = story.steps.findIndex(({ id }) => id === 'two-forces');
    expect(viewAt(story, index, frame, { reveal: { step: index, progress: 1 } })).toEqual(
      viewAt(story, index, frame)
    );
  });

  it('draws them as the progress grows, and moves nothing else', () => {
    const index = story.steps.findIndex(({ id }) => id === 'two-forces');
    const whole = viewAt(story, index, frame);
    const half = viewAt(story, index, frame, { reveal: { step: index, progress: 0.7 } });
    expect(half.camera).toEqual(whole.camera);
    expect(shown(half)).toEqual(shown(whole));
    for (const { event, drawn } of half.arcs) {
      if (!story.steps[index]!.show.includes(event.id)) continue;
      expect(drawn).toBeGreaterThan(0);
      expect(drawn).toBeLessThan(1);
    }
  });

  it('hides what a flight leads to, and leaves other steps alone', () => {
    const index = story.steps.findIndex(({ id }) => id === 'shoigu');
    const reveal = { step: index, progress: 0 };
    expect(shown(viewAt(story, index - 0.1, frame))).toContain('shoigu-tehran');
    expect(shown(viewAt(story, index - 0.1, frame, { reveal }))).not.toContain('shoigu-tehran');
    expect(viewAt(story, index + 1, frame, { reveal })).toEqual(viewAt(story, index + 1, frame));
  });
});

describe('viewAt(story, position, frame, {names: false})', () => {
  it('has no name on it, and is otherwise the same', () => {
    for (const position of [0, 6, 6.5, 20]) {
      const { labels, ...named } = viewAt(story, position, frame);
      const { labels: none, ...nameless } = viewAt(story, position, frame, { names: false });
      expect(labels.length).toBeGreaterThan(0);
      expect(none).toEqual([]);
      expect(nameless).toEqual(named);
    }
  });
});
