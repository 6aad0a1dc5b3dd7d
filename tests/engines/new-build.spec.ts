import { mapLibre, scriptsWith } from '../browser/site-scripts.ts';
import { buildAnew } from '../offline/build-anew.ts';
import { SiteServer } from '../offline/site-server.ts';
import { frontMatter, stepIndex, steps, storyPath } from '../story-facts.ts';
import { testSite } from '../test-site.ts';
import type { Tab } from './engine.ts';
import { expect, test as base } from './engine-test.ts';
import { Reader } from './reader.ts';

// A new build takes the place of the one that a reader has open; the old files are gone.

const often = { intervals: [50] };
const oldTitle = frontMatter('title');
const newTitle = 'The second edition';
const next = steps[stepIndex('vienna') + 1]!.id;

const test = base.extend<{ site: SiteServer & { renew(): void } }>({
  // eslint-disable-next-line no-empty-pattern
  site: async ({}, use, info) => {
    const site = new SiteServer(testSite);
    await site.start();
    const renew = () => {
      site.folder = info.outputPath('second');
      buildAnew(testSite, site.folder, newTitle);
    };
    await use(Object.assign(site, { renew }));
    await site.stop();
  }
});

// What is asked of the old build is missing.
test.use({
  expectedErrors:
    /Failed to (load resource|fetch dynamically)|Importing a module|error loading|was blocked because of a disallowed MIME type/
});

/** The page's title; none on the way to another page. */
const title = (tab: Tab) => tab.evaluate(() => document.title).catch(() => '');

test('a reader goes on while the site is built anew', async ({ newTab, site }) => {
  const tab = await newTab();
  const reader = new Reader(tab, site.home);
  await reader.open('vienna');
  await reader.mapIsIdle();
  site.renew();
  await reader.pressTo('ArrowRight', next);
  await reader.mapIsIdle();
  await reader.addressIs(next);
  expect(await title(tab)).toContain(oldTitle);
  await tab.evaluate(() => document.querySelector<HTMLElement>('a[href*="/data"]')!.click());
  await expect.poll(() => title(tab), often).toBe(`${newTitle}: data and sources`);
  await tab.back();
  await expect.poll(() => title(tab), often).toMatch(new RegExp(`^(${oldTitle}|${newTitle})$`));
  await reader.isAt(next);
  await reader.mapIsIdle();
});

test('a page whose map is of a build that has gone offers the new one', async ({
  newTab,
  site
}) => {
  const tab = await newTab();
  const reader = new Reader(tab, site.home);
  const map = new RegExp(`(${scriptsWith(mapLibre).join('|')})$`);
  site.onRequest = (url) => {
    if (map.test(url) && site.folder === testSite) site.renew();
  };
  await reader.openText('vienna');
  await expect.poll(() => reader.map(), often).toBe('failed');
  expect(await title(tab)).toContain(oldTitle);
  await reader.press('button', 'Reload');
  await expect.poll(() => title(tab), often).toContain(newTitle);
  await reader.isAt('vienna');
  await reader.mapIsIdle();
});

test.describe('in full', { tag: '@thorough' }, () => {
  test('what is drawn is there after the new build', async ({ newTab, site }) => {
    const tab = await newTab();
    await tab.resize(1024, 640);
    await tab.open(new URL(`${storyPath}present/#shoigu`, site.home).href);
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.tagName), often)
      .toBe('MAIN');
    const strokes = () =>
      tab.evaluate(() => document.querySelector('[data-strokes]')?.getAttribute('data-strokes'));
    await tab.press('d');
    await tab.drag([
      [700, 300],
      [740, 320],
      [760, 300]
    ]);
    await expect.poll(strokes, often).toBe('1');
    site.renew();
    await tab.reload();
    await expect.poll(strokes, often).toBe('1');
    await tab.open('about:blank');
  });

  test('a kept story stays of one build until its windows are closed', async ({ tabs, site }) => {
    const tab = await tabs.open();
    const reader = new Reader(tab, site.home);
    const handoutSays = async (words: RegExp) => {
      await tab.open(new URL(`${storyPath}handout/`, site.home).href);
      await expect
        .poll(() => reader.seenText('[role="status"]'), { ...often, timeout: 60_000 })
        .toMatch(words);
    };
    await handoutSays(/^Ready offline/);
    site.renew();
    await handoutSays(
      /^Ready offline\. A newer version will load once all windows of this site are closed/
    );
    await tab.open(reader.addressOf('vienna'));
    await reader.isAt('vienna');
    await reader.mapIsIdle();
    expect(await title(tab)).toContain(oldTitle);
    await tabs.close(tab);
    // The browser may still be closing the last window when the next one opens.
    await expect(async () => {
      const later = new Reader(await tabs.open(), site.home);
      await later.openText('vienna');
      const found = await title(later.tab);
      if (found === newTitle) await later.mapIsIdle();
      await tabs.close(later.tab);
      expect(found).toBe(newTitle);
    }).toPass({ timeout: 60_000 });
  });
});
