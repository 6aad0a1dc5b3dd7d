import fc from 'fast-check';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStoryFolder, readWorld } from '../../cli/read-stories.ts';
import { textWidth } from '../labels/text-width.ts';
import { parseStory } from '../parse/parse-story.ts';
import { axisLabels } from './axis-labels.ts';
import { anyEvents } from './fixtures.ts';
import { timeScale, vantageDays } from './time-scale.ts';

const story = parseStory(
  readStoryFolder(resolve(import.meta.dirname, '../../../src/stories/russia-iran-2015')),
  readWorld()
);
const at = (widthPx: number, sizePx: number, spacingEm = 0) =>
  axisLabels(timeScale(story), vantageDays(story), { widthPx, sizePx, spacingEm, lang: 'en' });

describe('axisLabels(scale, now, size)', () => {
  it('lets none stand over another or beyond the ends', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 200, max: 1400 }), (events, widthPx) => {
        const told = { events, vantage: '2015-10' };
        const size = { widthPx, sizePx: 11, lang: 'en' };
        const labels = axisLabels(timeScale(told), vantageDays(told), size)
          .map((label) => ({ ...label, end: label.x + textWidth(label.text, 11) }))
          .sort((a, b) => a.x - b.x);
        expect(labels.length).toBeGreaterThan(0);
        labels.forEach(({ x, end }, i) => {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(widthPx + 1e-9);
          if (i > 0) expect(x).toBeGreaterThanOrEqual(labels[i - 1]!.end);
        });
      })
    );
  });

  it('names years, the now and the months where there is room', () => {
    const texts = at(790, 11).map(({ text }) => text);
    for (const text of ['2010', '2014', '2015', '2017', '2020', 'now', 'Feb', 'Sep', 'Dec'])
      expect(texts).toContain(text);
    expect(texts).not.toContain('Oct');
  });

  it('says less where a reader’s own style sets the letters apart', () => {
    const [close, apart] = [at(560, 11), at(560, 11, 0.12)];
    expect(apart.length).toBeLessThan(close.length);
    const labels = apart
      .map((label) => ({ ...label, end: label.x + textWidth(label.text, 11, 0.12) }))
      .sort((a, b) => a.x - b.x);
    labels.forEach(({ x }, i) => {
      if (i > 0) expect(x).toBeGreaterThanOrEqual(labels[i - 1]!.end);
    });
  });

  it('says nothing of an axis without events', () => {
    const empty = timeScale({ events: [], vantage: null });
    expect(axisLabels(empty, null, { widthPx: 300, sizePx: 11, lang: 'en' })).toEqual([]);
  });

  it('says less where there is less: two digits, one letter', () => {
    const texts = at(296, 10).map(({ text }) => text);
    for (const text of ['’10', '’14', '2015', '’17', '’20', 'now', 'M'])
      expect(texts).toContain(text);
    expect(texts).not.toContain('Mar');
  });
});
