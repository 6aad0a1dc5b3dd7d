import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readStoryFolders, readWorld } from '../../cli/read-stories.ts';
import { fly } from '../camera/fly.ts';
import { layOutLabels } from '../picture/lay-out-labels.ts';
import { Reader } from './reader.svelte.ts';
import { parseStory } from '../parse/parse-story.ts';

vi.mock('../picture/lay-out-labels.ts', { spy: true });
vi.mock('../camera/fly.ts', { spy: true });

const [folder] = readStoryFolders(resolve(import.meta.dirname, '../../stories'));
const story = parseStory(folder!, readWorld());
const padding = { top: 14, right: 14, bottom: 14, left: 14 };

it('has nothing costly left to do on the way to a step that was looked ahead to', () => {
  const reader = new Reader(story, () => false);
  reader.frame = { width: 360, height: 303, padding };
  reader.position = 3;
  expect(reader.view!.step).toBe(3);
  expect(reader.ahead!.labels.length).toBeGreaterThan(0);
  const costly = () =>
    [vi.mocked(layOutLabels), vi.mocked(fly)].map(({ mock }) => mock.calls.length);
  const before = costly();
  for (let position = 3; position <= 4; position += 0.01) {
    reader.position = position;
    expect(reader.view!.position).toBe(position);
  }
  expect(costly()).toEqual(before);
  reader.position = 4.9;
  expect(reader.view!.step).toBe(5);
  expect(costly()).not.toEqual(before);
});
