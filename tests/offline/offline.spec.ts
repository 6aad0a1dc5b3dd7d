import type { Page } from '@playwright/test';
import { decodePictures } from '../browser/decode-pictures.ts';
import { PresentWindow, presentPath, speakerPath } from '../present/presenting.ts';
import { frontMatter, steps, storyPath } from '../story-facts.ts';
import { buildAnew } from './build-anew.ts';
import { expect, test } from './site-test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const handoutPath = `${storyPath}handout/`;

/** Opens the handout and waits until it says how it stands with its use without a network. */
async function openHandout(page: Page, words: string | RegExp): Promise<void> {
  await page.goto(handoutPath);
  await expect(page.getByRole('status')).toHaveText(words, { timeout: 60_000 });
}

/** The picture of every passage comes. */
async function seesEveryPicture(page: Page): Promise<void> {
  const pictures = page.locator('article[id]').getByRole('img', { name: /^Map/ });
  await expect(pictures).toHaveCount(steps.length);
  for (const width of await decodePictures(pictures)) expect(width).toBeGreaterThan(0);
}

test('a story that was kept once is read, handed out and presented when the network is gone', async ({
  page,
  context,
  site,
  reading
}) => {
  test.slow();
  await openHandout(page, 'Ready offline.');

  await test.step('the network is asked as ever for what is not kept', async () => {
    const part = await page.evaluate(async (path) => {
      const response = await fetch(path, { headers: { range: 'bytes=0-9' } });
      return { status: response.status, length: (await response.arrayBuffer()).byteLength };
    }, `${storyPath}map/vienna.svg`);
    expect(part).toEqual({ status: 206, length: 10 });
    const kept = await page.evaluate(async () => {
      const [name, ...others] = await caches.keys();
      const requests = await (await caches.open(name!)).keys();
      return { others, paths: requests.map(({ url }) => new URL(url).pathname) };
    });
    expect(kept.others).toEqual([]);
    expect(kept.paths).toContain('/geo/theatre-fine.json');
    for (const path of ['/reading.webp', '/geo/gazetteer.json', '/_app/version.json']) {
      expect(kept.paths).not.toContain(path);
    }
  });

  await site.stop();

  await test.step('the page that is open goes on', () => seesEveryPicture(page));

  await test.step('the handout opens again, for whom the address says', async () => {
    await page.goto(`${handoutPath}?for=teacher`);
    await expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked();
    await expect(page.getByRole('status')).toHaveText('Ready offline.');
    await seesEveryPicture(page);
    await page.goto(`${handoutPath}?for=student`);
    await expect(page.getByRole('radio', { name: /^Student/ })).toBeChecked();
  });

  await test.step('the story is read with its map and its lines', async () => {
    await reading.open('shoigu');
    await expect(reading.badge(/^Visit, confirmed: Sergei Shoigu/)).toBeVisible();
    await reading.pressTo('ArrowRight', 'port-calls');
    await reading.mapIsIdle();
    await page.reload();
    await reading.isAt('port-calls');
    await reading.mapIsIdle();
  });

  await test.step('the start page, the embed and the card are there', async () => {
    await page.goto('/');
    await expect(page.getByRole('link', { name: frontMatter('title') }).first()).toBeVisible();
    await page.goto(`${storyPath}embed/`);
    await expect(page.getByRole('link', { name: 'Open full story' })).toBeVisible();
    const card = await page.evaluate(
      async (path) => (await fetch(path)).headers.get('content-type'),
      `${storyPath}card/index.png`
    );
    expect(card).toBe('image/png');
  });

  await test.step('a lesson is made, and presented', async () => {
    await page.goto(`${storyPath}lesson/`);
    await page.getByRole('textbox', { name: 'Title' }).fill('Without a network');
    await expect.poll(() => page.url()).toContain('#lesson=');
    await page.getByRole('link', { name: 'Present', exact: true }).last().click();
    await expect(page.locator('[aria-current="step"]')).toContainText('Without a network');
  });

  const screen = new PresentWindow(page);
  await test.step('the screen opens at a later step, with its map', async () => {
    await screen.open(presentPath);
    await expect(page.getByText('Ready offline.')).toHaveCount(1);
    await screen.press('g');
    await page.keyboard.type('syria');
    await screen.press('Enter');
    await screen.addressIs('syria');
    await page.reload();
    await screen.ready();
    await screen.isAt('syria');
    await screen.mapIsIdle();
  });

  await test.step('the overview has every picture', async () => {
    await screen.press('o');
    const pictures = screen.overview.locator('img');
    await expect(pictures).toHaveCount(steps.length);
    for (const width of await decodePictures(pictures)) expect(width).toBeGreaterThan(0);
    await screen.press('Escape');
  });

  await test.step('the speaker’s window opens, and leads', async () => {
    const speaker = new PresentWindow(await context.newPage());
    await speaker.open(speakerPath);
    await speaker.isAt('syria');
    await expect(speaker.page.getByText('Ready offline.')).toBeVisible();
    await speaker.press('End');
    await screen.isAt(steps.at(-1)!.id);
    await speaker.page.close();
  });
});

test('a lesson keeps its story for itself', async ({ page }) => {
  await new PresentWindow(page).open(presentPath);
  await expect(page.getByText('Ready offline.')).toHaveCount(1, { timeout: 60_000 });
});

test('a reader’s storage is left alone', async ({ page, reading }) => {
  await reading.open();
  await page.goto('/');
  await page.goto(storyPath);
  await reading.answers();
  const left = await page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys()
  }));
  expect(left).toEqual({ workers: 0, caches: [] });
});

test.describe('on a broken line', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test('what failed to load is reported, and loads with the next try', async ({ page, site }) => {
    site.mishap = { to: /map\/vienna\.svg$/, is: 'missing' };
    await openHandout(page, 'Not ready offline: some files could not be loaded.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('status')).toHaveText(/^Not ready offline/);
    expect(site.mishapCount).toBeGreaterThan(0);
    site.mishap = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('status')).toHaveText('Ready offline.');
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await site.stop();
    await page.reload();
    await seesEveryPicture(page);
  });
});

test('where the browser keeps no pages, it says so and the handout serves', async ({ page }) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
  await openHandout(page, /^Not available offline/);
  await expect(page.locator('#vienna')).toBeVisible();
});

test('a new version waits for the next opening, and brings the story along', async ({
  page: first,
  context,
  site,
  folder
}, info) => {
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const title = 'The second edition';
  await openHandout(first, 'Ready offline.');
  buildAnew(folder, info.outputPath('second'), title);
  site.folder = info.outputPath('second');

  await test.step('under the hands of who has it open nothing changes', async () => {
    await openHandout(first, /^Ready offline\. A newer version will load once all windows/);
    await expect(heading(first)).toHaveText(frontMatter('title'));
    await first.reload();
    await expect(heading(first)).toHaveText(frontMatter('title'));
  });

  await site.stop();
  await first.close();
  await test.step('the next opening has the new version, without a network', async () => {
    let next = await context.newPage();
    // The browser may still be closing the last window when the next one opens.
    await expect(async () => {
      await next.close();
      next = await context.newPage();
      await next.goto(handoutPath);
      await expect(heading(next)).toHaveText(title, { timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await openHandout(next, 'Ready offline.');
    await expect(heading(next)).toHaveText(title);
    await next.goto(storyPath);
    await expect(heading(next)).toHaveText(title);
    await expect.poll(() => next.evaluate(() => caches.keys())).toHaveLength(1);
  });
});
