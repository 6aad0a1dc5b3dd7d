import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseStory } from '../../../../tests/broken-stories/read-broken-story.ts';
import { readStoryFolder, readWorld } from '../../../cli/read-stories.ts';
import type { Geography } from '../../story/story.ts';
import { parseStory } from '../parse-story.ts';

const world = readWorld();

/** The geography of a story of one step whose map has a camera there. */
function geographyAt(
  center: readonly [number, number],
  zoom: number,
  vantage = '2015-10'
): Geography {
  const base = baseStory();
  const story = base.files['story.md']!.replace('vantage: 2015-10', `vantage: ${vantage}`)
    .replace(/look: .*/g, `camera: { center: [${center.join(', ')}], zoom: ${zoom} }`)
    .replace('center: [45, 45], zoom: 4', `center: [${center.join(', ')}], zoom: ${zoom}`);
  return parseStory({ ...base, files: { ...base.files, 'story.md': story } }, world).geography;
}
const notesAt = (...where: Parameters<typeof geographyAt>) =>
  geographyAt(...where).contested.map(({ id }) => id);

describe('notesIn(gazetteer, story, onGlobe)', () => {
  it('has notes on what its maps show, wherever they are, and on nothing else', () => {
    expect(notesAt([-59, -51.7], 6)).toEqual(['falklands']);
    expect(notesAt([-5.3, 36], 7)).toEqual(['gibraltar', 'ceuta-melilla']);
    expect(notesAt([149, 44.5], 6)).toEqual(['kurils']);
    expect(notesAt([120, 24], 5)).toContain('taiwan');
    expect(notesAt([75, 34], 5)).toEqual(
      expect.arrayContaining(['kashmir', 'aksai-chin', 'siachen'])
    );
    expect(notesAt([0, -80], 3)).toContain('antarctica');
    expect(notesAt([-100, 40], 5)).toEqual([]);
  });

  it('has them across the date line too', () => {
    expect(notesAt([-172, -22], 4)).toContain('matthew-hunter');
  });

  it('has none on what lies behind a globe', () => {
    const story = parseStory(readStoryFolder(resolve('tests/stories/falklands-1982')), world);
    const ids = story.geography.contested.map(({ id }) => id);
    expect(story.projection).toBe('globe');
    expect(ids).toEqual(expect.arrayContaining(['falklands', 'gibraltar', 'western-sahara']));
    expect(ids).not.toContain('taiwan');
    expect(ids).not.toContain('kashmir');
  });

  it('is told from the story’s vantage', () => {
    expect(notesAt([36, 47], 6, '2021-12')).not.toContain('ukraine-2022');
    expect(notesAt([36, 47], 6, '2022-09')).toContain('ukraine-2022');
  });

  it('states the policy, and what of it concerns its maps', () => {
    const here = geographyAt([34, 45], 6).policy.join(' ');
    const there = geographyAt([-59, -51.7], 6).policy.join(' ');
    expect(here).toContain('Crimea is drawn in Ukraine.');
    expect(there).not.toContain('Crimea');
    expect(there).toContain('as the United Nations names them');
    expect(there).toContain('A hatch marks land');
  });
});
