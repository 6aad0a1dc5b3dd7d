import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { frontMatter, steps, storyPath } from '../story-facts.ts';
import { expect, test } from './site-test.ts';

const handoutPath = `${storyPath}handout/`;

/** Opens the handout and waits until it says how it stands with its use without a network. */
async function openHandout(page: Page, words: string | RegExp): Promise<void> {
  await page.goto(handoutPath);
  await expect(page.getByRole('status')).toHaveText(words, { timeout: 60_000 });
}

/** Every passage's picture comes once it is scrolled to. */
async function seesEveryPicture(page: Page): Promise<void> {
  for (const { id } of steps) {
    const picture = page.locator(`article[id="${id}"]`).getByRole('img', { name: /^Map/ });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
}

test('a story whose handout was opened once works when the network is gone', async ({
  page,
  site,
  reading
}) => {
  test.slow();
  await openHandout(page, 'Ready offline.');
  await site.stop();

  await test.step('the page that is open goes on', () => seesEveryPicture(page));

  await test.step('the handout opens again, for whom the address says', async () => {
    await page.goto(`${handoutPath}?for=teacher`);
    await expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked();
    await expect(page.getByRole('status')).toHaveText('Ready offline.');
    await seesEveryPicture(page);
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
});

test('the network is asked as ever for what is not kept', async ({ page }) => {
  await openHandout(page, 'Ready offline.');
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
  for (const path of ['/', '/reading.webp', '/geo/gazetteer.json', '/_app/version.json']) {
    expect(kept.paths).not.toContain(path);
  }
});

test('a reader’s storage is left alone', async ({ page, reading }) => {
  await reading.open();
  await page.goto('/');
  await page.goto(storyPath);
  await expect(reading.stage).not.toHaveAttribute('data-map', 'static');
  const left = await page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys()
  }));
  expect(left).toEqual({ workers: 0, caches: [] });
});

test.describe('on a broken line', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test('what did not come is told, and comes with the next try', async ({ page, site }) => {
    site.refused = /map\/vienna\.svg$/;
    await openHandout(page, 'Not ready offline: some files did not come.');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('status')).toHaveText(/^Not ready offline/);
    site.refused = null;
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

/** The same site built anew: another version, and another title on every page. */
function secondEdition(first: string, folder: string, title: string): void {
  cpSync(first, folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(first, '_app/version.json'), 'utf8')) as {
    version: string;
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!/\.(html|json)$|service-worker\.js$/.test(name) || !statSync(path).isFile()) continue;
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        // A new build would have hashed the scripts anew.
        .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
        .replaceAll(version, `${version}-2`)
        .replaceAll(frontMatter('title'), title)
    );
  }
}

test('a new version waits for the next opening, and brings the story along', async ({
  page: first,
  context,
  site,
  folder
}, info) => {
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const title = 'The second edition';
  await openHandout(first, 'Ready offline.');
  secondEdition(folder, info.outputPath('second'), title);
  site.folder = info.outputPath('second');

  await test.step('under the hands of who has it open nothing changes', async () => {
    await openHandout(first, /^Ready offline\. A newer version comes once all windows/);
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
