import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { parseStory } from '../parse/parse-story.ts';
import { readAtlasBase } from '../server/read-atlas-base.ts';
import { byDate } from '../story/step-events.ts';
import { frontStory } from './front-story.ts';

const story = parseStory(readStoryFolder(resolve('src/stories/russia-iran-2015')), readWorld());
const base = readAtlasBase();
const { small, wide, pictureId } = frontStory(story, 0, base);

describe('storyPicture(story, frame, base, id)', () => {
  it('has ids of its own, so that many stories stand on one page', () => {
    const second = frontStory(story, 1, base);
    const page = small + wide! + second.small;
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(`${pictureId}-ground`);
    const used = [...page.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id!);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('is in the page’s colours, which follow its theme', () => {
    expect(small).not.toMatch(/class="[^"]*\b(fill|stroke)-|#[0-9a-f]{6}\b/);
    expect(small).toContain('fill:var(--hue-1)');
    expect(small).toContain('fill:var(--tint-first)');
    expect(small).toMatch(
      /class="label place" style="fill:var\(--label-place\);stroke:var\(--land\);"/
    );
  });

  it('draws each line in its turn, from the place where it starts', () => {
    const lines = story.events.filter(({ geometry }) => geometry.type === 'arc');
    const drawn = [...small.matchAll(/class="line" style="--at:([\d.]+);--from:([^"]+)"/g)];
    expect(drawn).toHaveLength(lines.length);
    const turns = drawn.map(([, at]) => Number(at));
    expect([Math.min(...turns), Math.max(...turns)]).toEqual([0, 1]);
    // From Moscow to Tehran is mostly southwards: the lower edge is hidden first.
    const visit = lines.findIndex(({ id }) => id === 'shoigu-tehran');
    expect(drawn[visit]![2]).toBe('inset(0 0 100% 0)');
    expect(turns[visit]).toBeCloseTo(byDate(lines).indexOf(lines[visit]!) / (lines.length - 1));
  });
});

describe('frontStory(story, index, base)', () => {
  it('has a wide picture for the first story alone', () => {
    expect(wide).not.toBe(null);
    expect(frontStory(story, 1, base).wide).toBe(null);
  });
});
