import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { openingPosition, viewAt } from '../view.ts';
import { drawnInOverture, openingStep } from './opening.ts';

const folder = resolve(import.meta.dirname, '../../stories/russia-iran-2015');
const story = parseStory(readStoryFolder(folder), readWorld());
const lines = story.events.filter(({ geometry }) => geometry.type === 'arc');
const frame = {
  width: 1366,
  height: 768,
  padding: { top: 35, right: 35, bottom: 113, left: 575 }
};
const opened = (overture?: number, position = openingPosition) =>
  viewAt(story, position, frame, overture === undefined ? {} : { overture });

describe('the opening', () => {
  it('is one picture of all lines of the story, and of no other event', () => {
    const { arcs, markers } = opened();
    expect(arcs.map(({ event }) => event.id).sort()).toEqual(lines.map(({ id }) => id).sort());
    expect(arcs.every(({ drawn }) => drawn === 1)).toBe(true);
    expect(markers).toEqual([]);
  });

  it('shows every event of a story without lines', () => {
    const events = story.events.filter(({ geometry }) => geometry.type === 'marker');
    const without = { ...story, events };
    expect(openingStep(without).show).toEqual(events.map(({ id }) => id));
  });

  it('shows every event of a story that tells few of them by lines', () => {
    const markers = story.events.filter(({ geometry }) => geometry.type === 'marker');
    const events = [...lines.slice(0, markers.length - 1), ...markers];
    expect(openingStep({ ...story, events }).show).toEqual(events.map(({ id }) => id));
  });

  it('has every line within what the page leaves free of it', () => {
    const { left, right, top, bottom } = frame.padding;
    const badges = opened().arcs.flatMap(({ badge }) => (badge ? [badge] : []));
    expect(badges.length).toBeGreaterThan(lines.length / 2);
    for (const [x, y] of badges) {
      expect(x > left && x < frame.width - right, String(x)).toBe(true);
      expect(y > top && y < frame.height - bottom, String(y)).toBe(true);
    }
  });

  it('gives way to the first step: its lines are gone where that rests', () => {
    const shown = (position: number) =>
      opened(1, position).arcs.filter(({ opacity }) => opacity > 0).length;
    expect(shown(-1)).toBe(lines.length);
    expect(shown(0)).toBe(story.steps[0]!.show.length + story.steps[0]!.keep.length);
  });

  it('draws its lines one after another, by date', () => {
    const starts = lines.map(({ start }) => start).sort();
    for (const overture of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const begun = opened(overture).arcs.filter(({ drawn }) => drawn > 0);
      const latest = begun.map(({ event }) => event.start).sort();
      expect(latest, String(overture)).toEqual(starts.slice(0, begun.length));
    }
  });

  it('never takes back what it has drawn, and has drawn all at its end', () => {
    for (const event of lines) {
      let before = 0;
      for (let share = 0; share <= 1.001; share += 0.02) {
        const drawn = drawnInOverture(story, event, Math.min(1, share));
        expect(drawn).toBeGreaterThanOrEqual(before);
        before = drawn;
      }
      expect(before, event.id).toBe(1);
    }
    expect(opened(0).arcs.every(({ drawn }) => drawn === 0)).toBe(true);
  });

  it('is past once the first step rests, however far it had come', () => {
    for (const overture of [0, 0.4, 1]) expect(opened(overture, 0)).toEqual(opened(1, 0));
  });
});
