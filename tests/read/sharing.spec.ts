import { readdirSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { frontMatter, sources, steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { longStory } from '../test-site.ts';

const fetched = async (request: APIRequestContext, path: string) => {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return response.body();
};

/** The content of a meta element by its property or name; null where there is none. */
const meta = (html: string, name: string): string | null =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? null;

test('every step, and the story, has a card of the size that previews show', async ({
  request
}) => {
  const seen = new Set<string>();
  for (const id of ['index', ...steps.map((step) => step.id)]) {
    const png = await fetched(request, `${storyPath}card/${id}.png`);
    const { width, height, format } = await sharp(png).metadata();
    expect([width, height, format], id).toEqual([1200, 630, 'png']);
    expect(png.length, id).toBeLessThan(120_000);
    seen.add(png.toString('base64'));
  }
  expect(seen.size).toBe(steps.length + 1);
});

test('the card of a step that shows a picture in the map’s place has that picture', async ({
  request
}) => {
  const png = await fetched(request, '/falklands-1982/card/ships.png');
  expect(png.length).toBeLessThan(120_000);
  const image = sharp(png).removeAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([1200, 630]);
  // The one hull that is drawn in blue, #2f6f8f.
  let hull = 0;
  for (let i = 0; i < data.length; i += 3)
    hull += Number(
      [0x2f, 0x6f, 0x8f].every((channel, at) => Math.abs(data[i + at]! - channel) < 12)
    );
  expect(hull).toBeGreaterThan(4000);
});

test('the story’s head describes it, and names the works it cites', async ({ request }) => {
  const html = String(await fetched(request, storyPath));
  expect(html).toContain('<link rel="canonical" href="./"');
  expect(meta(html, 'og:title')).toBe(frontMatter('title'));
  expect(meta(html, 'og:type')).toBe('article');
  expect(meta(html, 'og:description')).toBe(meta(html, 'description'));
  // Without the site's origin there is no whole address to give.
  expect(meta(html, 'og:image')).toBe(null);
  expect(meta(html, 'og:url')).toBe(null);
  const [, json] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)!;
  const article = JSON.parse(json!);
  expect(article['@type']).toBe('Article');
  expect(article.headline).toBe(frontMatter('title'));
  expect(article.citation.map(({ name }: { name: string }) => name).sort()).toEqual(
    sources.map(({ title }) => title).sort()
  );
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, savesData: true });

    test('a step’s own address leads people on to the passage', async ({ page, reading }) => {
      await page.goto(`${storyPath}shoigu/`);
      await page.waitForURL((url) => url.pathname === storyPath && url.hash === '#shoigu');
      await expect(reading.card('shoigu').getByRole('heading', { level: 3 })).toBeInViewport();
    });
  });
}

test('a step’s own address has the passage’s title and words, and stands for the story', async ({
  request
}) => {
  for (const { id, title } of steps) {
    const html = String(await fetched(request, `${storyPath}${id}/`));
    expect(meta(html, 'og:title')).toContain(title.replaceAll('&', '&amp;'));
    expect(meta(html, 'description')!.length).toBeGreaterThan(40);
    expect(html).toContain('<link rel="canonical" href="../"');
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=../#${id}"`);
    expect(html).toContain(`<a href="../#${id}">`);
    expect(html).not.toContain('<script');
  }
});

test('the index shows every story with its picture, and leads to it', async ({ page }) => {
  await page.goto('/');
  const entries = page.getByRole('listitem');
  const folders = ['../../src/stories/', '../stories/'];
  await expect(entries).toHaveCount(
    [...folders.flatMap((folder) => readdirSync(new URL(folder, import.meta.url))), longStory]
      .length
  );
  const entry = entries.filter({
    has: page.getByRole('heading', { name: frontMatter('title') })
  });
  // A screen reader has the title, which is the same link.
  await expect(entry.locator('.plate svg:visible text').first()).toHaveCSS(
    'font-family',
    /^"Noto Sans Variable"/
  );
  await expect(entry.getByRole('link', { name: 'Handout' })).toBeVisible();
  await entry.getByRole('link', { name: 'Read', exact: true }).click();
  await page.waitForURL((url) => url.pathname === storyPath);
});

test('the front page has a name, icons and no script', async ({ request }) => {
  const html = String(await fetched(request, '/'));
  expect(html).not.toContain('<script');
  expect(meta(html, 'og:site_name')).toBe('Fulcrum');
  expect(meta(html, 'og:type')).toBe('website');
  const [, manifestPath] = /<link rel="manifest" href="([^"]*)"/.exec(html)!;
  const manifest = JSON.parse(String(await fetched(request, `/${manifestPath}`)));
  const [, touchIcon] = /<link rel="apple-touch-icon" href="([^"]*)"/.exec(html)!;
  const icons = [{ src: touchIcon!, sizes: '180x180' }, ...manifest.icons];
  expect(icons).toHaveLength(3);
  for (const { src, sizes } of icons) {
    const { width, height, format } = await sharp(await fetched(request, `/${src}`)).metadata();
    expect([`${width}x${height}`, format], src).toEqual([sizes, 'png']);
  }
});

test.describe('on the front page', () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`the leading story's lines are drawn once, and not for who asks for less motion (${reducedMotion})`, async ({
      page
    }) => {
      await page.emulateMedia({ reducedMotion });
      await page.goto('/');
      const drawn = await page
        .locator('.plate .line')
        .evaluateAll((lines) => lines.flatMap((line) => line.getAnimations()).length);
      if (reducedMotion === 'reduce') expect(drawn).toBe(0);
      else expect(drawn).toBeGreaterThan(0);
    });
  }
});
