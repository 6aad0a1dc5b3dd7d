import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { decodePictures } from '../browser/decode-pictures.ts';
import { expect, test } from './site-test.ts';

const slug = 'falklands-1982';
const title = 'Ten weeks in the South Atlantic';
const stepIds = [
  ...readFileSync(`tests/stories/${slug}/story.md`, 'utf8').matchAll(/^## .+ \{#([\w-]+)\}$/gm)
].map(([, id]) => id!);

let out: string;
const exported = () => join(out, slug);

/** Plays a video, without its sound, until it has moved; gives the seconds that have passed in it. */
const plays = async (video: HTMLElement | SVGElement) => {
  const player = video as HTMLVideoElement;
  player.muted = true;
  await player.play();
  await new Promise((moved) => player.addEventListener('timeupdate', moved, { once: true }));
  while (player.currentTime === 0) await new Promise(requestAnimationFrame);
  player.pause();
  return player.currentTime;
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  test.setTimeout(240_000);
  out = mkdtempSync(join(tmpdir(), 'exported-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/export.ts', slug, '--out', out],
    {
      encoding: 'utf8',
      env: { ...process.env, FULCRUM_STORIES: 'tests/stories', FULCRUM_PRECOMPRESS: 'no' }
    }
  );
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(`${slug}.zip`);
});

test.afterAll(() => rmSync(out, { recursive: true }));

test('the zip holds what the folder holds: its own ground and media, and no other story’s', () => {
  const files = unzipSync(readFileSync(`${exported()}.zip`));
  const own = ['index.html', 'map/fine.json', 'map/relief/0.webp'].map((path) => `${slug}/${path}`);
  for (const path of ['README.html', 'start.py', ...own, 'geo/world-coarse.json']) {
    expect(existsSync(join(exported(), path)), path).toBe(true);
    expect(Object.keys(files), path).toContain(`${slug}/${path}`);
  }
  expect(Object.keys(files).some((path) => /media\/voyage-\w+\.mp4$/.test(path))).toBe(true);
  expect(Object.keys(files).filter((path) => /names-test|theatre|gazetteer/.test(path))).toEqual(
    []
  );
});

test.describe('on a server, below a path', () => {
  test.use({ below: '/school/maps/' });

  test('the story runs with its map, and goes on when the server is gone', async ({
    page,
    reading,
    site
  }) => {
    site.folder = exported();
    await page.goto(`${site.home}README.html`);
    await page.getByRole('link', { name: 'Read' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await reading.mapIsIdle();
    await page.goto(`${site.home}${slug}/handout/`);
    await expect(page.getByRole('status')).toHaveText('Ready offline.', { timeout: 60_000 });
    await site.stop();
    await page.goto(`${site.home}${slug}/#zone`);
    await expect(page.locator('[aria-current="step"]')).toHaveAttribute('data-step', 'zone');
    await reading.mapIsIdle();
    await page.keyboard.press('ArrowRight');
    const staged = page.locator('[data-staged="ships"] img');
    await expect(staged).toBeVisible();
    expect((await decodePictures(staged))[0]).toBeGreaterThan(0);
    expect(await page.locator('#fleet video').evaluate(plays)).toBeGreaterThan(0);
  });
});

test.describe('opened as files', () => {
  // Nothing that a browser blocks on files may be missed by who reads them.
  test.use({
    expectedErrors:
      /CORS policy|Failed to (load resource|fetch dynamically imported module)|Unsafe attempt .*\.vtt/,
    baseURL: 'file://'
  });

  const open = async (page: Page, path: string) => {
    await page.goto(`${pathToFileURL(exported()).href}/${path}`);
  };
  const pictureComes = async (page: Page, id: string) => {
    const picture = page.locator(`[id="${id}"]`).getByRole('img', { name: /^Map/ });
    await expect(picture).toBeVisible();
    expect((await decodePictures(picture))[0]).toBeGreaterThan(0);
  };

  test('the story is whole: its text, and a picture a passage', async ({ page, reading }) => {
    await open(page, 'README.html');
    await page.getByRole('link', { name: 'The story, with a picture a passage' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('Opened as a file')).toBeVisible();
    await expect(reading.stage).toBeHidden();
    expect(stepIds).toHaveLength(12);
    for (const id of stepIds) {
      await pictureComes(page, id);
      await expect(page.locator(`[id="${id}"] p`).first()).toBeVisible();
    }
    const media = page.locator('.medium picture img');
    expect(Math.min(...(await decodePictures(media)))).toBeGreaterThan(0);
    expect(await page.locator('#fleet video').evaluate(plays)).toBeGreaterThan(0);
    const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
    expect(ink).toContain('Source Serif');
    await page.getByRole('link', { name: 'how to open it with everything' }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('server');
  });

  test('a handout is for whom its address names, and its way back leads to a page', async ({
    page
  }) => {
    await open(page, `${slug}/handout/index.html?for=student`);
    await expect(page.locator('main')).toHaveAttribute('data-for', 'student');
    for (const id of stepIds) await pictureComes(page, id);
    await open(page, 'index.html');
    await page.getByRole('link', { name: title }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
});
