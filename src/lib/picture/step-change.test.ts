import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { keptOpacity } from './step-change.ts';
import { wholePicture } from './step-picture.ts';
import { storyAtlas } from './story-atlas.ts';

const folder = resolve(import.meta.dirname, '../../stories/russia-iran-2015');
const story = parseStory(readStoryFolder(folder), readWorld());
const atlas = storyAtlas(story);

describe('stepChange(a, b, order)', () => {
  it('has the events of both steps in the story’s order, as strong as each has them', () => {
    story.steps.slice(1).forEach((step, i) => {
      const before = story.steps[i]!;
      const strength = ({ show, keep }: typeof step, id: string) =>
        show.includes(id) ? 1 : keep.includes(id) ? keptOpacity : 0;
      const expected = story.events
        .map(({ id }) => [id, strength(before, id), strength(step, id)])
        .filter(([, a, b]) => a !== 0 || b !== 0);
      const { events } = atlas.changeOf(wholePicture(i), wholePicture(i + 1));
      expect(events.map(({ item, before: a, after: b }) => [item.id, a, b])).toEqual(expected);
    });
  });
});
