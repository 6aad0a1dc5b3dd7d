import { expect, test } from '@playwright/test';
import { php } from './php.ts';
import { render, type RenderOptions } from './render.ts';
import { startStubSite, type StubSite } from './stub-site.ts';
import { storyBlock } from './wordpress-test.ts';

/** A title that would be markup if it were not escaped. */
const title = 'Ships & "flags" <of> 2015';
const escaped = 'Ships &amp; &quot;flags&quot; &lt;of&gt; 2015';
const size = '9.1 6880000 20.4 18560000';

let stub: StubSite;

test.beforeEach(async () => {
  stub = await startStubSite();
  stub.answer({
    '/caspian/oembed.json': json({
      title,
      height: 640,
      thumbnail_url: `${stub.root}caspian/card/vienna.png`,
      fulcrum_size: size
    }),
    '/caspian/embed/vienna/oembed.json': json({ title: 'Vienna', height: 480 })
  });
});
test.afterEach(() => stub.close());

function json(answer: unknown) {
  return { body: JSON.stringify(answer) };
}

/** What a post's content becomes, where the stub is trusted. */
const rendered = (content: string, options?: RenderOptions) =>
  render([stub.root], content, options);

test('an address on a line of its own becomes the ride, with the site’s script once', async () => {
  const url = `${stub.root}caspian/?theme=dark&amp;certainty=confirmed,sure`;
  const { html, scripts } = await rendered(`Before.\n\n${url}\n\n${url}\n\nAfter.`);
  const frame = `<div data-fulcrum-block><iframe src="${stub.root}caspian/embed/?theme=dark&#038;certainty=confirmed#ride" title="Story map: ${escaped}" width="100%" height="640" style="border:0;width:100%;height:100vh;height:100svh" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow="" data-fulcrum data-fulcrum-size="${size}"></iframe></div>
<p><a href="${stub.root}caspian/">${escaped}</a></p>`;
  expect(html).toBe(`<p>Before.</p>\n${frame}\n${frame}\n<p>After.</p>`);
  expect(scripts.match(/<script[^>]*embed\.js[^>]*>/g)).toEqual([
    expect.stringMatching(new RegExp(`^<script [^>]*\\basync src='${stub.root}embed.js'`))
  ]);
});

test('an address of one passage becomes its map, which needs no script', async () => {
  const { html, scripts } = await rendered(`${stub.root}caspian/vienna/`);
  expect(html)
    .toBe(`<div><iframe src="${stub.root}caspian/embed/vienna/" title="Story map: Vienna" width="100%" height="480" style="border:0;width:100%" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" allow=""></iframe></div>
<p><a href="${stub.root}caspian/#vienna">Vienna</a></p>`);
  expect(scripts).not.toContain('embed.js');
});

test('a block says how its story works, before what its address says', async () => {
  const url = `${stub.root}caspian/?theme=dark&certainty=confirmed`;
  const of = async (attributes: object) =>
    (await rendered(storyBlock({ url, ...attributes }))).html;
  expect(await of({ headerHeight: 64, theme: 'host' })).toMatch(
    /src="[^"?]*caspian\/embed\/\?theme=host&#038;certainty=confirmed#ride".*data-fulcrum data-fulcrum-top="64"/
  );
  const plain = `${stub.root}caspian/`;
  expect(await of({ url: plain })).toContain('caspian/embed/?theme=host#ride"');
  // Only the script could tell a frame what the article looks like.
  expect(await of({ url: `${plain}?theme=host`, how: 'paged' })).toContain('caspian/embed/"');
  expect(await of({ headerHeight: 0 })).toContain('data-fulcrum-top="0"');
  expect(await of({ theme: 'auto', certainty: ['planned', 'reported'] })).toContain(
    'caspian/embed/?certainty=reported,planned#ride"'
  );
  const paged = await of({ how: 'paged', align: 'wide' });
  expect(paged).toMatch(/^<div class="[^"]*\balignwide\b[^"]*">\s*<div><iframe/);
  expect(paged).not.toContain('data-fulcrum');
  expect(paged).not.toContain('#ride');
  const still = await of({ how: 'still' });
  expect(still).toContain('sandbox="allow-same-origin allow-popups');
  expect(still).not.toContain('allow-scripts');
});

test('what is no attribute of the block is dropped', async () => {
  const { html } = await rendered(
    storyBlock({
      url: `${stub.root}caspian/`,
      how: '"><script>',
      theme: 'sepia',
      certainty: ['"><script>'],
      headerHeight: '1"><script>'
    })
  );
  expect(html).toContain(`caspian/embed/?theme=host#ride"`);
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('data-fulcrum-top');
});

test('a feed has the picture and the title, which lead to the story', async () => {
  const before = '$GLOBALS["wp_query"]->is_feed = true;';
  const picture = `<p><a href="${stub.root}caspian/"><img src="${stub.root}caspian/card/vienna.png" alt="Story map: ${escaped}" /></a></p>
<p><a href="${stub.root}caspian/">${escaped}</a></p>`;
  const url = `${stub.root}caspian/`;
  for (const content of [url, storyBlock({ url })]) {
    const { html } = await rendered(content, { before });
    expect(html.replace(/ (decoding|loading|class)="[^"]*"/g, '')).toBe(picture);
  }
  // The site tells of no picture of one map.
  expect((await rendered(`${url}vienna/`, { before })).html).toBe(
    `<p><a href="${url}#vienna">Vienna</a></p>`
  );
});

test('an AMP page has an amp-iframe with buttons, and no script', async () => {
  const { html, scripts } = await rendered(`${stub.root}caspian/?theme=dark`, {
    before: 'function amp_is_request() { return true; }'
  });
  expect(html).toMatch(
    /^<div><amp-iframe width="960" height="640" layout="responsive" sandbox="allow-scripts [^"]*" frameborder="0" src="[^"]*caspian\/embed\/\?theme=dark" title="[^"]*"><amp-img placeholder layout="fill" src="[^"]*vienna.png" alt="[^"]*"><\/amp-img><\/amp-iframe><\/div>/
  );
  expect(html).not.toContain('<iframe');
  expect(scripts).not.toContain('embed.js');
});

test('readers get a link where the site is not trusted or has no such story, and nothing where there is no address', async () => {
  const link = (url: string) => `<p><a href="${url}">${url}</a></p>`;
  const unknown = `${stub.root}nowhere/`;
  for (const [url, html] of [
    [unknown, link(unknown)],
    ['https://elsewhere.example/caspian/', link('https://elsewhere.example/caspian/')],
    [`${stub.root}caspian/data/`, link(`${stub.root}caspian/data/`)],
    ['javascript:alert(1)', ''],
    ['a word', ''],
    ['', '']
  ] as const) {
    expect((await rendered(storyBlock({ url }))).html, url).toBe(html);
  }
  expect((await rendered(unknown)).html).toBe(link(unknown));
});

/** Asks for the facts of a story, again and again, in one run of PHP. */
function facts(story: string, code: string): Promise<(string | null)[]> {
  return php(
    `add_filter( 'pre_option_fulcrum_sites', function () use ( $sites ) { return $sites; } );
    $address = fulcrum_parse_address( $sites[0] . $story . '/' );
    $key = 'fulcrum_' . md5( $sites[0] . $story . '/oembed.json' );
    $title = function () use ( $address ) { $facts = fulcrum_facts( $address ); return $facts ? $facts['title'] : null; };
    ${code}`,
    { sites: [stub.root], story }
  );
}

test('a story’s facts are asked for once a day, and a failure is left alone for five minutes', async () => {
  const until = `$until = get_transient( $key )['until'] - time();`;
  expect(
    await facts(
      'caspian',
      `$two = array( $title(), $title() ); ${until} return array_merge( $two, array( $until > 86000 && $until <= 86400 ) );`
    )
  ).toEqual([title, title, true]);
  expect(
    await facts(
      'nowhere',
      `$two = array( $title(), $title() ); ${until} return array_merge( $two, array( $until > 290 && $until <= 300 ) );`
    )
  ).toEqual([null, null, true]);
  expect(stub.asked).toEqual(['/caspian/oembed.json', '/nowhere/oembed.json']);
});

test('old facts serve while the site does not answer', async () => {
  const grow = `set_transient( $key, array_merge( get_transient( $key ), array( 'until' => time() - 1 ) ), 1000 );`;
  expect(await facts('caspian', `$title(); return array( $title() );`)).toEqual([title]);
  stub.answer({});
  expect(await facts('caspian', `${grow} return array( $title(), $title() );`)).toEqual([
    title,
    title
  ]);
  expect(stub.asked).toHaveLength(2);
  stub.answer({ '/caspian/oembed.json': json({ title: 'Renamed' }) });
  expect(await facts('caspian', `${grow} return array( $title() );`)).toEqual(['Renamed']);
});

test('nothing but a site’s own answer is taken', async () => {
  const other = await startStubSite();
  other.answer({ '/': json({ title: 'Elsewhere' }) });
  stub.answer({
    '/moved/oembed.json': { status: 302, headers: { location: other.root } },
    '/renamed/oembed.json': { status: 302, headers: { location: '/caspian/oembed.json' } },
    '/caspian/oembed.json': json({ title }),
    '/gone/oembed.json': { status: 500, ...json({ title }) },
    '/html/oembed.json': { body: '<!doctype html><title>Stories</title>' },
    '/long/oembed.json': json({ title, html: 'x'.repeat(100_000) })
  });
  for (const story of ['moved', 'renamed', 'gone', 'html', 'long']) {
    expect(await facts(story, 'return array( $title() );'), story).toEqual([null]);
  }
  expect(stub.asked).toHaveLength(5);
  expect(other.asked).toEqual([]);
  await other.close();
});

test('only the plugin’s own request may go to a trusted site in the newsroom’s network', async () => {
  const [asPlugin, asWordPress] = await facts(
    'caspian',
    `$plugin = $title();
    $own = wp_safe_remote_get( $sites[0] . 'caspian/oembed.json' );
    return array( $plugin, is_wp_error( $own ) ? $own->get_error_code() : 'answered' );`
  );
  expect([asPlugin, asWordPress]).toEqual([title, 'http_request_failed']);
});
