import { expect, test } from '@playwright/test';
import type { SnippetOptions } from '../../src/lib/embed/snippet.ts';
import { snippet } from '../embed/snippets.ts';
import { storyPath } from '../story-facts.ts';
import { php } from './php.ts';
import { render } from './render.ts';
import { storyBlock } from './wordpress-test.ts';

const site = process.env.FULCRUM_SITE ?? '';
const story = new URL(storyPath, site).href;

/** What the block prints for a story of the built site, without what is around it. */
async function printed(attributes: object): Promise<string> {
  const { html } = await render([site], storyBlock({ url: story, ...attributes }));
  return html
    .replace(/^<div class="wp-block-fulcrum-story">\s*|\s*<\/div>$/g, '')
    .replaceAll('&#038;', '&amp;');
}

/** The code of the dialog `Embed in an article`, but for its script, which WordPress prints at the end of the page. */
const code = (...[mode, step, options]: DialogChoice) =>
  snippet(site, mode, step, options).replace(/\n<script.*$/, '');

type DialogChoice = readonly [
  mode: SnippetOptions['mode'],
  step?: string | null,
  options?: Partial<SnippetOptions>
];

const choices: Readonly<Record<string, readonly [attributes: object, choice: DialogChoice]>> = {
  'a story that scrolls': [{}, ['scroll', null, { theme: 'host' }]],
  'a story below a bar, in colours and with events of its own': [
    { theme: 'dark', certainty: ['reported', 'confirmed'], headerHeight: 64 },
    [
      'scroll',
      null,
      { theme: 'dark', certainties: new Set(['confirmed', 'reported']), barHeight: 64 }
    ]
  ],
  'a story with buttons': [{ how: 'paged', theme: 'light' }, ['paged', null, { theme: 'light' }]],
  'a story in the newsroom’s colour and face': [
    { url: `${story}?face=sans&accent=b5121b` },
    ['scroll', null, { theme: 'host', accent: 'b5121b', face: 'sans' }]
  ],
  'a story of still pictures': [{ how: 'still' }, ['static']],
  'one map': [{ url: `${story}vienna/` }, ['paged', 'vienna']]
};

for (const [name, [attributes, choice]] of Object.entries(choices)) {
  test(`the plugin and the dialog have the same code for ${name}`, async () => {
    expect(await printed(attributes)).toBe(code(...choice));
  });
}

test('the site tells the plugin all that it asks', async () => {
  for (const path of ['', 'vienna/']) {
    const facts = await php(
      `add_filter( 'pre_option_fulcrum_sites', function () use ( $sites ) { return $sites; } );
      return fulcrum_facts( fulcrum_parse_address( $url ) );`,
      { sites: [site], url: story + path }
    );
    expect(facts).toEqual({
      title: expect.stringMatching(/\S/),
      height: path === '' ? 640 : 480,
      thumbnail: expect.stringContaining(`${story}card/`),
      size: expect.stringMatching(/^(\d\S* ){3}\d+$/)
    });
    const { thumbnail } = facts as { thumbnail: string };
    expect((await fetch(thumbnail)).headers.get('content-type')).toBe('image/png');
  }
});
