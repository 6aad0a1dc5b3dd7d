import * as fc from 'fast-check';
import { certainties } from '../../src/lib/story/story.ts';
import { steps, storyPath } from '../story-facts.ts';
import { thorough, type Tab } from './engine.ts';
import { expect, test } from './engine-test.ts';
import { fragment, query } from './random-addresses.ts';
import { Reader } from './reader.ts';

// Whatever an address asks for, the story is there; what it has no meaning for is ignored.

const fragments = 200;
/** Whole pages take longer. */
const loads = thorough ? 6 : 2;
const often = { intervals: [50] };

/** The part of an address that a browser makes of a text, as it looks for it in the page. */
function targetOf(text: string): string {
  const { hash } = new URL(`http://story/#${text}`);
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Whether a fragment leads nowhere in a page with these ids. The browser itself knows the page's top. */
const leadsNowhere = (ids: readonly string[]) => (text: string) =>
  !['', 'top', ...ids].includes(targetOf(text).toLowerCase()) && !text.includes(':~:');

const idsIn = (tab: Tab) =>
  tab.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id.toLowerCase()));

/** What a reader has of the page. */
const pageIn = (tab: Tab) =>
  tab.evaluate(() => {
    const stage = document.querySelector('[data-map]');
    const seen = [...document.querySelectorAll('h1, h2, h3')].filter((title) =>
      title.checkVisibility()
    );
    return {
      map: stage?.getAttribute('data-map') ?? null,
      position: stage?.getAttribute('data-position') ?? null,
      current: document.querySelector('[aria-current="step"]')?.getAttribute('data-step') ?? null,
      names: stage?.querySelectorAll('svg text').length ?? 0,
      titles: seen.map(({ textContent }) => textContent),
      scrolled: scrollY,
      theme: document.documentElement.dataset['theme'] ?? null,
      ticked: [...document.querySelectorAll('#map-key label:has(:checked) b')].map(
        ({ textContent }) => textContent.toLowerCase()
      )
    };
  });

/** The certainties that a query asks for, by the words of the manual: those that it knows, all where it knows none. */
function askedFor(search: string): readonly string[] {
  const words = (new URLSearchParams(search).get('certainty') ?? '').split(',');
  const known = certainties.filter((certainty) => words.includes(certainty));
  return known.length > 0 ? known : certainties;
}

const themeIn = (search: string) =>
  ['light', 'dark'].find((theme) => theme === new URLSearchParams(search).get('theme')) ?? null;

/** Goes to fragments one after another; gives those at which the page has scrolled or moved the story. */
const moversAmong = (tab: Tab, texts: readonly string[]) =>
  tab.evaluate(async (fragments) => {
    const place = () =>
      `${scrollY} ${document.querySelector('[data-map]')!.getAttribute('data-position')}`;
    const start = place();
    const movers: string[] = [];
    for (const text of fragments) {
      const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      const { hash } = location;
      location.replace(`#${text}`);
      if (location.hash !== hash) await heard;
      if (place() !== start) movers.push(text);
    }
    return movers;
  }, texts);

test('fragments that name no part of the page change nothing', async ({ reader }) => {
  const { tab } = reader;
  const seed = Date.now() % 2 ** 31;
  const [search] = fc.sample(query, { numRuns: 1, seed });
  await tab.resize(960, 600);
  await tab.open(reader.addressOf('shoigu', `?${search}`));
  await reader.isAt('shoigu');
  await reader.mapIsComplete();
  const before = await pageIn(tab);
  expect(before.ticked).toEqual(askedFor(`?${search}`));
  const nowhere = fragment.filter(leadsNowhere(await idsIn(tab)));
  await test.step(`${fragments} random fragments, seed ${seed}`, async () => {
    const texts = fc.sample(nowhere, { numRuns: fragments, seed });
    expect(await moversAmong(tab, texts)).toEqual([]);
    expect(await pageIn(tab)).toEqual(before);
  });
  await tab.evaluate((hash) => location.replace(`#${hash}`), 'vienna');
  await reader.isAt('vienna');
  await reader.mapIsIdle();
});

test('a page with any query and fragment opens as its story does', async ({ newTab, baseURL }) => {
  // With the map a picture a page is there at once.
  const tab = await newTab({ webGL: false });
  const reader = new Reader(tab, baseURL!);
  await reader.openText();
  const seed = Date.now() % 2 ** 31;
  const nowhere = fragment.filter(leadsNowhere(await idsIn(tab)));
  const addresses = [
    ['theme=constructor&certainty=__proto__', 'constructor'],
    ['theme=%E0%A4%A&%', '%E0%A4%A'],
    ...fc.sample(fc.tuple(query, nowhere), { numRuns: loads, seed })
  ];
  await test.step(`${loads} random addresses of each page, seed ${seed}`, async () => {
    for (const [search, hash] of addresses) {
      const end = `?${search}#${hash}`;
      const { search: asked } = new URL(end, baseURL);

      await tab.open(new URL(`${storyPath}${end}`, baseURL).href);
      await expect.poll(async () => (await pageIn(tab)).names, often).toBeGreaterThan(0);
      await expect
        .poll(async () => (await pageIn(tab)).ticked, { ...often, message: end })
        .toEqual(askedFor(asked));
      const read = await pageIn(tab);
      expect(read, end).toMatchObject({ position: '0.000', current: steps[0]!.id, scrolled: 0 });
      expect(read.titles, end).toEqual(expect.arrayContaining(steps.map(({ title }) => title)));

      await tab.open(new URL(`${storyPath}embed/${end}`, baseURL).href);
      await expect.poll(async () => (await pageIn(tab)).names, often).toBeGreaterThan(0);
      expect(await pageIn(tab), end).toMatchObject({
        position: '0.000',
        current: steps[0]!.id,
        titles: [expect.anything(), steps[0]!.title],
        theme: themeIn(asked)
      });
    }
  });
});
