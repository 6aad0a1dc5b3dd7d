import { deckGl, mapLibre, scriptsWith } from '../browser/site-scripts.ts';
import { SiteServer, mishaps, type Mishap } from '../offline/site-server.ts';
import { stepIndex, steps } from '../story-facts.ts';
import { testSite } from '../test-site.ts';
import { thorough } from './engine.ts';
import { expect, test } from './engine-test.ts';
import { Reader } from './reader.ts';

// A line on which a file of the page does not come as it is: the text stands, and what is missing is said.

const often = { intervals: [50] };
const named = (text: string) => new RegExp(`(${scriptsWith(text).join('|')})$`);

interface FileClass {
  readonly name: string;
  readonly files: RegExp;
  /** What `data-map` comes to. */
  readonly map: 'static' | 'failed' | 'idle';
  /** What the page says. */
  readonly says?: RegExp;
  /** Whether the page asks for it again by itself, where it may come then. */
  readonly recovers?: true;
}

const classes: readonly FileClass[] = [
  {
    name: 'the page’s scripts',
    files: /_app\/immutable\/nodes\/0\.[^/]+\.js$/,
    map: 'static',
    says: /The live map did not load: the story is here with still pictures/
  },
  {
    // Some browsers refuse for good a module that they have failed to load.
    name: 'the map’s code',
    files: named(mapLibre),
    map: 'failed',
    says: /The live map did not load/
  },
  {
    name: 'the map’s worker',
    files: /_app\/immutable\/workers\//,
    map: 'failed',
    says: /The live map did not load/
  },
  {
    name: 'the world',
    files: /world-coarse\.json$/,
    map: 'failed',
    says: /The live map did not load/,
    recovers: true
  },
  {
    name: 'the lines’ code',
    files: named(deckGl),
    map: 'idle',
    says: /The lines on the map did not load/
  },
  { name: 'finer land', files: /theatre-fine\.json$/, map: 'idle' },
  { name: 'rivers and lakes', files: /water\.json$/, map: 'idle' },
  { name: 'relief', files: /relief\.(json|webp)$/, map: 'idle' },
  { name: 'typefaces', files: /\.woff2$/, map: 'idle' },
  { name: 'pictures of the map', files: /\/map\/.*\.svg$/, map: 'idle' }
];

/** `npm run test:engines` tries every mishap; `npm test` one of each file. */
const tried: readonly Mishap[] = thorough ? mishaps : ['missing'];

test.use({ expectedErrors: /./ });

for (const { name, files, map, says, recovers } of classes) {
  test(`without ${name} the story is read`, async ({ newTab }) => {
    test.slow();
    const tab = await newTab();
    for (const is of tried) {
      await test.step(is, async () => {
        // At an address of its own: WebKit asks no server twice for a script that it did not have.
        const site = new SiteServer(testSite);
        site.mishap = { to: files, is };
        await site.start();
        const reader = new Reader(tab, site.home);
        await tab.resize(960, 600);
        await tab.open('about:blank');
        await tab.open(reader.addressOf('vienna'));
        await expect.poll(() => site.mishapCount, { ...often, timeout: 30_000 }).toBeGreaterThan(0);
        await expect
          // The worker’s silence is waited for.
          .poll(() => reader.map(), { ...often, timeout: 90_000 })
          .toMatch(
            is === 'slow' || (is === 'busy once' && recovers)
              ? 'idle'
              : new RegExp(is === 'busy once' ? `idle|${map}` : map)
          );
        const whole = is === 'slow' || (is === 'busy once' && (await reader.map()) === 'idle');
        const text = await tab.evaluate(() => ({
          title: document.querySelector('h1')?.innerText,
          passages: document.querySelectorAll('article[data-step] p').length
        }));
        expect(text.title).toBe('Short of an Alliance');
        expect(text.passages).toBeGreaterThan(30);
        const words = () => tab.evaluate(() => document.body.innerText);
        if (says && !whole) await expect.poll(words, often).toMatch(says);
        if (map === 'static' && !whole) {
          // As where scripts are off: each passage has its picture.
          const shown = () =>
            tab.evaluate(() => {
              const picture = document.querySelector<HTMLImageElement>('#vienna img')!;
              return picture.complete && picture.naturalWidth > 0 && picture.checkVisibility();
            });
          await expect.poll(shown, often).toBe(true);
        } else {
          await reader.isAt('vienna');
          await reader.pressTo('ArrowLeft', steps[stepIndex('vienna') - 1]!.id);
          expect((await reader.marks()).map((mark) => mark.name)).toContain('Moscow');
        }
        if (map === 'failed' && !whole) {
          await expect
            .poll(() => tab.evaluate(() => document.querySelector('.still') !== null), often)
            .toBe(true);
        }
        await tab.open('about:blank');
        await site.stop();
      });
    }
  });
}
