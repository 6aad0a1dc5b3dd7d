import { describe, expect, it } from 'vitest';
import type { Story } from '../story/story.ts';
import { storySize } from './story-size.ts';

function storyOf(proses: readonly string[], sources = 0, words: readonly string[] = []): Story {
  return {
    steps: proses.map((html) => ({ html })),
    sources: Array.from({ length: sources }, () => ({})),
    geography: {
      policy: words,
      contested: words.map((note) => ({ name: note, note }))
    }
  } as unknown as Story;
}

const long = `<p>${'A thousand'.repeat(100)}</p>`;

describe('storySize(story)', () => {
  it('has screens before, between and after the passages', () => {
    expect(storySize(storyOf(['', '', '']))).toMatchObject({
      stacked: { screens: 1.5 },
      beside: { screens: 3.1 }
    });
  });

  it('grows by an area for each passage and each character of its prose, to 10,000 px², but for its tags', () => {
    // 2 × 52,000 + 1000 × 265 and 2 × 170,000 + 1000 × 950.
    expect(storySize(storyOf(['', long]))).toMatchObject({
      stacked: { area: 370_000 },
      beside: { area: 1_290_000 }
    });
    expect(storySize(storyOf([`<b class="x">${long}</b>`]))).toEqual(storySize(storyOf([long])));
  });

  it('grows by the sources and by the words of the border policy, wherever the map stands', () => {
    const none = storySize(storyOf([long]));
    for (const more of [storyOf([long], 10), storyOf([long], 0, ['x'.repeat(1000)])]) {
      const size = storySize(more);
      expect(size.stacked.area).toBeGreaterThan(none.stacked.area + 500_000);
      expect(size.stacked.area).toBeLessThan(none.stacked.area + 900_000);
      expect(size.beside.area - none.beside.area).toBeCloseTo(
        size.stacked.area - none.stacked.area,
        -5
      );
      expect(size.stacked.screens).toBe(none.stacked.screens);
    }
  });
});
