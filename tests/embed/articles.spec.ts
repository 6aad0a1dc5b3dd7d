import { readdirSync, readFileSync } from 'node:fs';
import { steps, storyPath } from '../story-facts.ts';
import { Embedded, expect, test } from './embed-test.ts';
import { articleWith } from './host-pages.ts';
import { snippet } from './snippets.ts';

// What becomes of an article with the story in it: years later, in the dark, on paper, in WordPress.

test.use({ savesData: true });

/** The code that each release's dialog has given. Articles have it for good. */
const released = new URL('released/', import.meta.url);

for (const file of readdirSync(released)) {
  test(`the code of ${file.replace('.json', '')} works on`, async ({ page, site, serve }) => {
    const codes = JSON.parse(readFileSync(new URL(file, released), 'utf8')) as Record<
      'ride' | 'paged' | 'still' | 'one',
      string
    >;
    const address = (code: string) => code.replaceAll('https://stories.example/', site);
    const pages = Object.entries(codes).map(([name, code]) => [
      `/${name}`,
      articleWith(address(code))
    ]);
    const host = await serve(Object.fromEntries(pages) as Record<string, string>);
    const open = async (name: keyof typeof codes) => {
      await page.goto(`${host}/${name}`);
      return Embedded.in(page);
    };

    const ride = await open('ride');
    await ride.isLed();
    await ride.scrollTo(4000);
    await expect.poll(() => ride.position()).toBeGreaterThan(1);

    const paged = await open('paged');
    await paged.isTurned();
    await expect(paged.frame.getByText(`of ${steps.length}`)).toBeVisible();
    const one = await open('one');
    await one.isTurned();
    await expect(one.frame.getByRole('heading', { name: steps[0]!.title })).toBeVisible();
    const { width } = (await one.element.boundingBox())!;
    expect(width).toBeGreaterThan(900);
  });
}

test('an embed is light or dark with its article, also when that changes', async ({
  page,
  site,
  serve
}) => {
  const code = snippet(site, 'scroll', null, { theme: 'host' });
  const dark = '<style>.dark { background: #111; color: rgb(238, 238, 238) }</style>';
  await page.goto(`${await serve({ '/': articleWith(code, dark) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  const root = embedded.frame.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const words = embedded.frame.getByText('For years, talk and cautious gestures.');
  await expect
    .poll(() => words.evaluate((each) => getComputedStyle(each).color))
    .toMatch(/rgb\(2\d\d, 2\d\d, 2\d\d\)/);
});

test('an embed has its newsroom’s colour and face, as dark or as light as it must be to be read', async ({
  page
}) => {
  /** The contrast of the first link with the page, by WCAG 2. */
  const contrast = () =>
    page
      .locator('.cite')
      .first()
      .evaluate((link) => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const luminance = (colour: string) => {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => {
            const share = each / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
        };
        const both = [
          luminance(getComputedStyle(link).color),
          luminance(getComputedStyle(document.documentElement).backgroundColor)
        ].sort((x, y) => y - x);
        return (both[0]! + 0.05) / (both[1]! + 0.05);
      });
  for (const accent of ['ffe100', '00ff6a', '0000aa', 'b5121b', '777777', 'ffffff', '000000'])
    for (const theme of ['light', 'dark']) {
      await page.goto(`${storyPath}embed/?theme=${theme}&accent=${accent}&face=sans#ride`);
      expect(await contrast(), `${accent}, ${theme}`).toBeGreaterThan(4.5);
    }
  const words = page.getByText('For years, talk and cautious gestures.').first();
  expect(await words.evaluate((each) => getComputedStyle(each).fontFamily)).toContain('Noto Sans');
});

test('an article prints the whole story with its pictures, and stands where it was afterwards', async ({
  page,
  site,
  serve
}) => {
  await page.goto(`${await serve({ '/': articleWith(snippet(site, 'scroll')) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isLed();
  await embedded.scrollTo(5000);
  // The frame says where it stands once it is painted.
  await expect.poll(() => embedded.position()).toBeGreaterThan(1);
  const before = await embedded.position();
  await expect.poll(() => page.locator('[data-fulcrum-block] h3').count()).toBe(steps.length + 2);
  const pictures = new Set<string>();
  page.on('request', (request) => {
    if (/\/map\/[^/]+\.svg$/.test(request.url())) pictures.add(request.url());
  });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pictures.size).toBe(steps.length);
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)!.length;
  // A picture and a passage each half a sheet; the frame's room alone would be some thirty.
  expect(sheets).toBeGreaterThan(10);
  expect(sheets).toBeLessThan(25);
  await embedded.agrees();
  await expect.poll(async () => Math.abs((await embedded.position()) - before)).toBeLessThan(0.05);
});

test('on paper a frame that is paged by hand has its passage and a picture', async ({
  page,
  site,
  serve
}) => {
  await page.goto(`${await serve({ '/': articleWith(snippet(site, 'paged')) })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isTurned();
  await embedded.frame.getByRole('button', { name: 'Load the map' }).click();
  await expect(embedded.stage).toHaveAttribute('data-map', 'idle');
  const picture = embedded.frame.locator('.picture img');
  await expect(picture).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(picture).toBeVisible();
  await expect(embedded.frame.locator('canvas.maplibregl-canvas')).toBeHidden();
  await expect(embedded.frame.getByText('The time is October 2015')).toBeVisible();
});

test('WordPress, which lets a frame open nothing, is asked to show it and to open its links', async ({
  page,
  site,
  serve
}) => {
  // As WordPress 6 prints what it has found by oEmbed, with a part of its `wp-embed.js`.
  const secret = 'aBc123';
  const frame = `<iframe sandbox="allow-scripts" security="restricted" src="${site}${storyPath.slice(1)}embed/#?secret=${secret}" width="600" height="480" frameborder="0"></iframe>`;
  const html = articleWith(
    `${frame}<script>said = []; addEventListener('message', ({ data }) => said.push(data))</script>`
  );
  await page.goto(`${await serve({ '/': html })}/`);
  const embedded = await Embedded.in(page);
  await embedded.isTurned();
  await embedded.frame.getByRole('link', { name: 'Open full story' }).click();
  await expect
    .poll(() => page.evaluate('said'))
    .toEqual([
      { message: 'height', value: 640, secret },
      { message: 'link', value: `${site}${storyPath.slice(1)}#${steps[0]!.id}`, secret }
    ]);
});
