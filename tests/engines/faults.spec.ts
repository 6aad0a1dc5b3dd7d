import { inflateSync } from 'node:zlib';
import { SiteServer } from '../offline/site-server.ts';
import { steps, storyPath } from '../story-facts.ts';
import { testSite } from '../test-site.ts';
import { expect, test } from './engine-test.ts';
import { Reader } from './reader.ts';

// What a reader has where something is missing.

const often = { intervals: [50] };

test('without WebGL a step has its picture and its names', async ({ newTab, baseURL }) => {
  const tab = await newTab({ webGL: false });
  const reader = new Reader(tab, baseURL!);
  await reader.openText('vienna');
  const picture = () =>
    tab.evaluate(() => {
      const shown = document.querySelector<HTMLImageElement | SVGSVGElement>(
        '[data-map] img, [data-map] svg'
      )!;
      const { width, height } = shown.getBoundingClientRect();
      return width > 300 && height > 300;
    });
  expect(await picture()).toBe(true);
  await reader.pressTo('ArrowRight', steps[steps.findIndex(({ id }) => id === 'vienna') + 1]!.id);
  expect((await reader.marks()).map(({ name }) => name)).toContain('Moscow');
});

test('a reader who wants less motion goes from step to step at once', async ({
  newTab,
  baseURL
}) => {
  const jumps = async (reducedMotion: boolean) => {
    // Over a picture each frame of the motion is shown, however slow the machine.
    const tab = await newTab({ reducedMotion, webGL: false });
    const reader = new Reader(tab, baseURL!);
    await reader.openText('shoigu');
    await tab.evaluate(() => {
      const places = new Set<number>();
      Object.assign(window, { places });
      addEventListener('scroll', () => places.add(scrollY));
    });
    await reader.pressTo('ArrowRight', 'port-calls');
    return tab.evaluate(() => (window as unknown as { places: Set<number> }).places.size);
  };
  expect(await jumps(true)).toBe(1);
  // A look that cannot miss the way: with motion it has many places.
  expect(await jumps(false)).toBeGreaterThan(2);
});

test('a story that was kept is read without a network', async ({ newTab }) => {
  const site = new SiteServer(testSite);
  await site.start();
  const tab = await newTab();
  const reader = new Reader(tab, site.home);
  await tab.open(new URL(`${storyPath}handout/`, site.home).href);
  await expect
    .poll(() => reader.seenText('[role="status"]'), { ...often, timeout: 60_000 })
    .toBe('Ready offline.');
  await site.stop();
  await reader.open('vienna');
  await reader.mapIsIdle();
  await tab.open('about:blank');
});

test(
  'on paper the story has pages for all its pictures',
  { tag: '@prints' },
  async ({ reader }) => {
    await reader.open();
    const pdf = await reader.tab.print();
    // Three steps, each with its picture, fill a page at least.
    expect(pageCount(pdf)).toBeGreaterThan(steps.length / 3);
  }
);

/** How many pages a PDF has, whether its objects are packed or not. */
function pageCount(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
