import { describe, expect, it } from 'vitest';
import type { Story } from '../story/story.ts';
import { oEmbed } from './oembed.ts';

const story = {
  slug: 'a-good-year',
  title: 'A good year',
  steps: [{ id: 'vienna', title: 'Vienna', html: '' }]
} as unknown as Story;

describe('oEmbed(site, story, step)', () => {
  it('answers for the whole story with the frame that is turned by hand', () => {
    const answer = oEmbed('https://maps.example/', story, null);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'A good year',
      provider_name: 'Fulcrum',
      provider_url: 'https://maps.example/',
      cache_age: 86_400,
      width: 960,
      height: 640
    });
    expect(answer.html).toMatch(/^<iframe src="https:\/\/maps\.example\/a-good-year\/embed\/"/);
    expect(answer.html).toContain('allow-scripts');
    expect(answer.html).not.toContain('<script');
  });

  it('answers for one step with its title and its frame', () => {
    const answer = oEmbed('https://maps.example/', story, story.steps[0]!);
    expect(answer).toMatchObject({ title: 'Vienna (A good year)', height: 480 });
    expect(answer.html).toContain('/embed/vienna/"');
  });
});
