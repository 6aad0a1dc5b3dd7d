import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { everyCertainty } from '$lib/story/certainty-filter.ts';
import { parseStory } from '$lib/parse/parse-story.ts';
import { stepAnnouncement } from './announce-step.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../../src/stories/russia-iran-2015')),
  readWorld()
);
const at = (id: string) => story.steps.find((step) => step.id === id)!;

describe('stepAnnouncement(story, step, filter)', () => {
  it('tells the passage’s own events in full and counts the others', () => {
    expect(stepAnnouncement(story, at('velayati'), everyCertainty)).toBe(
      'Later in January: the other way. On the map: Visit, reported: Ali Akbar Velayati, Tehran to Moscow, January 2015. Fainter, from other passages: 3 events.'
    );
  });

  it('tells what the map frames where the passage has no events of its own', () => {
    expect(stepAnnouncement(story, at('theatre'), everyCertainty)).toMatch(
      /^From Moscow to the Gulf\. Map of .+\.$/
    );
  });

  it('says what a filter hides', () => {
    const said = stepAnnouncement(story, at('velayati'), new Set(['confirmed']));
    expect(said).not.toContain('Velayati');
    expect(said).toMatch(
      /from other passages: 1 event\. 3 of 4 events on the map are hidden: only confirmed is shown\.$/
    );
  });

  it('stays short enough to bear', () => {
    for (const step of story.steps) {
      expect(stepAnnouncement(story, step, everyCertainty).length, step.id).toBeLessThan(420);
    }
  });
});
