import { storyPath } from '../story-facts.ts';
import { articleWith } from '../embed/host-pages.ts';
import { php, wordpress } from './php.ts';
import { Embedded, expect, test } from './wordpress-test.ts';

test('without the plugin, WordPress shows what it finds by oEmbed, and opens its links', async ({
  page,
  serve
}) => {
  const site = process.env.FULCRUM_SITE ?? '';
  const url = new URL(storyPath, site).href;
  const answer = (await (await fetch(`${url}oembed.json`)).json()) as { html: string };
  // What WordPress makes of an answer from a site that it does not know.
  const html = await php<string>(
    `return wp_filter_oembed_result( $html, (object) array( 'type' => 'rich' ), $url );`,
    { html: answer.html.replaceAll(/https?:\/\/[^/"]+\//g, site), url }
  );
  expect(html).toContain('sandbox="allow-scripts"');
  const script = `<script src="${wordpress.url}/wp-includes/js/wp-embed.min.js"></script>`;
  await page.goto(`${await serve({ '/': articleWith(html + script) })}/`);
  const embedded = await Embedded.in(page, page.locator('iframe'));
  await embedded.isTurned();
  // Without a border, as wide as its column, and in the place of the quotation.
  await expect(page.locator('blockquote')).toBeHidden();
  const { width, height } = (await embedded.element.boundingBox())!;
  expect([Math.round(width), Math.round(height)]).toEqual([960, 640]);
  await embedded.frame.getByRole('link', { name: 'Open full story' }).click();
  await page.waitForURL((address) => address.href.startsWith(url));
});
