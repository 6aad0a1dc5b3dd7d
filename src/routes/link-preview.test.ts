import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { load as loadStory } from './[story]/+page.server.ts';
import StoryPage from './[story]/+page.svelte';
import { load as loadStep } from './[story]/[step]/+page.server.ts';
import StepPage from './[story]/[step]/+page.svelte';

const story = '/russia-iran-2015/';
const home = 'https://maps.example.org';

/** A page's head as the server makes it. */
function headOf<Data>(page: Component<{ data: Data }>, data: unknown): string {
  return render(page as Component<{ data: unknown }>, { props: { data } }).head;
}
const storyHead = () =>
  headOf(
    StoryPage,
    loadStory({ params: { story: 'russia-iran-2015' }, url: new URL(home + story) } as never)
  );
const stepHead = () =>
  headOf(
    StepPage,
    loadStep({
      params: { story: 'russia-iran-2015', step: 'shoigu' },
      url: new URL(`${home}${story}shoigu/`)
    } as never)
  );

describe('link previews, where the site’s origin is known', () => {
  beforeEach(() => vi.stubEnv('FULCRUM_ORIGIN', home));
  afterEach(() => vi.unstubAllEnvs());

  for (const [name, head, path, card] of [
    ['the story', storyHead, story, 'index'],
    ['a step, which stands for the story', stepHead, `${story}shoigu/`, 'shoigu']
  ] as const) {
    it(`get whole addresses and a card for ${name}`, () => {
      const html = head();
      expect(html).toContain(`<link rel="canonical" href="${home}${story}"`);
      expect(html).toContain(`<meta property="og:url" content="${home}${path}"`);
      expect(html).toContain(`<meta property="og:image" content="${home}${story}card/${card}.png"`);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
      const answer = card === 'index' ? 'oembed.json' : `embed/${card}/oembed.json`;
      expect(html).toContain(`type="application/json+oembed" href="${home}${story}${answer}"`);
    });
  }
});
