import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

// Bytes are exact where times are not: what the page asks for is counted as a server would send it. One worker runs
// these tests one after the other, so that each file is packed once; each has an empty cache, as a new reader does.
test.describe.configure({ mode: 'default' });
test.use({ ownContext: true });

/** What is compressed already. */
const isPacked = (path: string) => /\.(woff2|webp|png|avif)$/.test(path);

/** Packing takes a second a megabyte, and the pages of these tests ask for the same files. */
const packed = new Map<string, number>();

function brotliBytes(path: string, body: Buffer): number {
  const known = packed.get(path) ?? (isPacked(path) ? body : brotliCompressSync(body)).length;
  packed.set(path, known);
  return known;
}

interface SiteFile {
  readonly path: string;
  readonly body: Buffer;
  /** When it was asked for, ms since 1970. */
  readonly askedAt: number;
}

/** The files of the site that a page asks for, as they come. */
function filesOf(page: Page): { readonly files: SiteFile[]; settled(): Promise<void> } {
  const files: SiteFile[] = [];
  const coming: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname: path, protocol } = new URL(response.url());
    if (protocol !== 'http:') return;
    const askedAt = response.request().timing().startTime;
    coming.push(
      response.body().then(
        (body) => void files.push({ path, body, askedAt }),
        (error: unknown) => {
          // What is still on its way when the page closes is nobody's.
          if (!page.isClosed()) throw error;
        }
      )
    );
  });
  return { files, settled: async () => void (await Promise.all(coming)) };
}

/** When a page's map first had nothing left to draw, ms since 1970. */
async function firstIdle(page: Page): Promise<number> {
  const mark = () => performance.getEntriesByName('map-idle')[0];
  await page.waitForFunction(mark);
  return page.evaluate(
    () => performance.timeOrigin + performance.getEntriesByName('map-idle')[0]!.startTime
  );
}

const isMapLibre = (body: Buffer) => body.includes('maplibregl-');
const isDeck = (body: Buffer) => body.includes('deck.gl') || body.includes('luma.gl');

test('the text, its style and the first picture come in 125 kB of gzip', async ({ request }) => {
  const html = await (await request.get(storyPath)).text();
  // Styles come in the page; the links that remain are for what its scripts ask for, and fetch nothing.
  const sheets = [...html.matchAll(/<link[^>]*href="([^"]+\.css)"[^>]*>/g)]
    .filter(([link]) => !link.includes('disabled'))
    .map(([, href]) => href!);
  const picture = new RegExp(`<img[^>]*src="([^"]*/map/${steps[0]!.id}\\.svg)"`).exec(html)![1]!;
  const bodies = await Promise.all(
    [...sheets, picture].map(async (path) => {
      const response = await request.get(new URL(path, `http://site${storyPath}`).pathname);
      expect(response.ok(), path).toBe(true);
      return response.body();
    })
  );
  expect(html).toContain('.stage.svelte-');
  // The stage's own picture comes in the page too.
  expect(html).toMatch(/<g id="opening-ground">.*<path [^>]*d="[^"]{1000,}"/s);
  expect(html).toContain('<use href="#opening-ground"');
  const bytes = [Buffer.from(html), ...bodies].reduce(
    (sum, body) => sum + gzipSync(body).length,
    0
  );
  expect(bytes).toBeLessThanOrEqual(125_000);
});

test('the front page with its pictures comes in 15 kB of gzip, and 20 kB for each story', async ({
  request
}) => {
  const html = await (await request.get('/')).text();
  const stories = html.split('<article').length - 1;
  expect(stories).toBeGreaterThan(1);
  expect(gzipSync(html).length).toBeLessThanOrEqual(15_000 + 20_000 * stories);
});

for (const [name, viewport] of [
  ['laptop', { width: 960, height: 600 }],
  ['phone', { width: 360, height: 740 }]
] as const) {
  test(`all until the map is first idle comes in 900 kB of brotli, on a ${name}`, async ({
    page,
    reading
  }) => {
    await page.setViewportSize(viewport);
    // What comes after the first idle is held back, so that it cannot be counted by a slow clock.
    const late: string[] = [];
    await page.route(/\/geo\/(theatre-fine|water|relief)\.\w+$/, (route) => {
      late.push(new URL(route.request().url()).pathname);
    });
    const { files: all, settled } = filesOf(page);
    await reading.openText();
    const idle = await firstIdle(page);
    await settled();

    const files = all.filter(({ askedAt }) => askedAt <= idle);
    expect(files.some(({ path }) => path.endsWith('world-coarse.json'))).toBe(true);
    expect(files.some(({ path }) => path.includes('map-worker'))).toBe(true);
    expect(files.some(({ body }) => isMapLibre(body))).toBe(true);
    expect(files.filter(({ path }) => path.endsWith('.woff2')).length).toBeGreaterThan(1);
    const bytes = files.reduce((sum, { path, body }) => sum + brotliBytes(path, body), 0);
    const list = files.map(({ path, body }) => `${brotliBytes(path, body)} ${path}`).join('\n');
    expect(bytes, list).toBeLessThanOrEqual(900_000);

    expect(files.filter(({ body }) => isDeck(body)).map(({ path }) => path)).toEqual([]);
    // The layout's node, the error page's and the reading page's own: no other page's.
    const nodes = files.filter(({ path }) => /\/nodes\/\d+\.[^/]+\.js$/.test(path));
    expect(nodes.length, 'pages whose code was asked for').toBeLessThanOrEqual(3);
    await expect.poll(() => late.length, 'what follows the first idle').toBeGreaterThan(1);
  });
}

test('deck.gl comes before the step that has the first line, but after the map', async ({
  page,
  reading
}) => {
  const { files, settled } = filesOf(page);
  await reading.openText();
  const idle = await firstIdle(page);
  // The second step has a line.
  const decks = () => files.filter(({ body }) => isDeck(body));
  await expect.poll(() => decks().length).toBeGreaterThan(0);
  await settled();
  for (const { path, askedAt } of decks()) expect(askedAt, path).toBeGreaterThan(idle);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
