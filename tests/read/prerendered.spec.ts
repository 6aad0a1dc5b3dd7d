import { events, frontMatter, sources, steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

/** The prerendered page as a program reads it: no script, no layout. */
async function prerendered(request: import('@playwright/test').APIRequestContext): Promise<string> {
  const response = await request.get(storyPath);
  expect(response.status()).toBe(200);
  return response.text();
}

/** Text as HTML writes it, quotes aside. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const plain = (html: string) =>
  html
    .replace(/<(script|style)[^]*?<\/\1>/g, ' ')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');

test('the page holds every step and every event before any script runs', async ({ request }) => {
  const html = await prerendered(request);
  const found = (name: string) =>
    [...html.matchAll(new RegExp(`\\b${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);
  expect(found('data-step')).toEqual(steps.map(({ id }) => id));
  expect(events).toHaveLength(19);
  expect(new Set(found('data-event'))).toEqual(new Set(events.map(({ id }) => id)));
  for (const { id, kind, certainty, summary } of events) {
    const tag = new RegExp(`<[^>]*data-event="${id}"[^>]*>`).exec(html)![0];
    expect(tag).toContain(`data-kind="${kind}"`);
    expect(tag).toContain(`data-certainty="${certainty}"`);
    expect(plain(html)).toContain(escaped(summary!));
  }
});

const plainQuotes = (words: string) => words.replace(/[‘’“”"']|&quot;|&#39;/g, '’').toLowerCase();

test('the page names its sources, its author, its date and its border policy', async ({
  request
}) => {
  const html = await prerendered(request);
  const text = plain(html);
  expect(sources).toHaveLength(20);
  for (const { id, title, URL } of sources) {
    expect(html).toContain(`id="source-${id}"`);
    // Quotation marks and capitals are set as the style sets them.
    expect(plainQuotes(text)).toContain(plainQuotes(escaped(title)));
    if (URL !== undefined) expect(html).toContain(escaped(URL));
  }
  expect(html).toContain('<html lang="en"');
  expect(html).toMatch(new RegExp(`<title>${frontMatter('title')}</title>`));
  expect(text).toContain('Drawn from Ian K., “A New Phase in Russia-Iran Relations” (2015)');
  expect(text).toContain('For years, talk and cautious gestures.');
  expect(text).toContain('October 2015');
  expect(html).toContain('id="about-the-map"');
  expect(text).toContain('Crimea');
});
