import { difficultPages } from '../embed/difficult-pages.ts';
import { articleWith, serveHost, stubSnippet, stubStory } from '../embed/host-pages.ts';
import { snippet } from '../embed/snippets.ts';
import { stepIndex, steps, storyPath } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';
import type { Tab } from './engine.ts';

// The story in a frame of another site’s article.

/** Opens an article with an embed; gives how it is closed. */
async function openArticle(tab: Tab, code: string, head = ''): Promise<() => Promise<void>> {
  const host = await serveHost({ '/': articleWith(code, head) });
  await tab.resize(960, 600);
  await tab.open(`${host.origin}/`);
  await tab.evaluate(() =>
    document.querySelector('iframe')!.scrollIntoView({ behavior: 'instant' })
  );
  return async () => {
    await tab.open('about:blank');
    await host.close();
  };
}

const stateIn = (tab: Tab) =>
  tab.evaluateInFrame(storyPath, () => ({
    map: document.querySelector('[data-map]')?.getAttribute('data-map') ?? null,
    position: Number(document.querySelector('[data-map]')?.getAttribute('data-position')),
    scrolled: scrollY
  }));

async function mapIsIdle(tab: Tab): Promise<void> {
  // A frame that has just come may still be on its way to its page: then there is nothing to look at yet.
  await expect(async () => expect((await stateIn(tab)).map).toBe('idle')).toPass({
    intervals: [50],
    timeout: 60_000
  });
}

/** How far the frame has come in the room that it was given, its own px. */
const offset = (tab: Tab) =>
  tab.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    const block = frame.parentElement!.getBoundingClientRect();
    const { top, height } = frame.getBoundingClientRect();
    return ((top - block.top) * frame.offsetHeight) / height;
  });

test('the article’s own scroll leads the story to its end and on', async ({ newTab, baseURL }) => {
  const tab = await newTab();
  const close = await openArticle(tab, snippet(baseURL!, 'scroll'));
  await expect
    .poll(() => tab.evaluate(() => getComputedStyle(document.querySelector('iframe')!).position))
    .toBe('sticky');
  await mapIsIdle(tab);
  let last = -1;
  const lastPosition = steps.length - 1;
  for (let turns = 0; last < lastPosition; turns++) {
    expect(turns, 'turns of the wheel').toBeLessThan(100);
    await tab.wheel(last < 3 ? 500 : 2500, [480, 300]);
    await expect
      .poll(async () => Math.abs((await offset(tab)) - (await stateIn(tab)).scrolled))
      .toBeLessThan(2);
    const { position } = await stateIn(tab);
    expect(position).toBeGreaterThanOrEqual(last);
    last = position;
  }
  await mapIsIdle(tab);
  // At the story’s end the article goes on.
  const end = () =>
    tab.evaluate(
      () => document.querySelector('iframe')!.parentElement!.getBoundingClientRect().bottom
    );
  for (let turns = 0; (await end()) > 300; turns++) {
    expect(turns, 'turns of the wheel').toBeLessThan(100);
    await tab.wheel(1000, [480, 300]);
  }
  await close();
});

test('the story is turned by hand in its frame', async ({ newTab, baseURL }) => {
  const tab = await newTab();
  const close = await openArticle(tab, snippet(baseURL!, 'paged'));
  await mapIsIdle(tab);
  const shown = () =>
    tab.evaluateInFrame(
      storyPath,
      () => document.querySelector('article[data-step]')?.getAttribute('data-step') ?? null
    );
  for (const { id } of steps.slice(1, 4)) {
    // A passage has as many pages as it needs.
    for (let presses = 0; (await shown()) !== id; presses++) {
      expect(presses, `presses on the way to ${id}`).toBeLessThan(20);
      await tab.evaluateInFrame(storyPath, async () => {
        const next = '.turn button:last-of-type:not(:disabled)';
        document.querySelector<HTMLButtonElement>(next)?.click();
        await new Promise((done) => requestAnimationFrame(done));
      });
    }
    await expect.poll(async () => (await stateIn(tab)).position).toBe(stepIndex(id));
  }
  await mapIsIdle(tab);
  await close();
});

test('in difficult pages the story follows the scroll where its frame can stick, and is paged elsewhere', async ({
  newTab,
  baseURL
}) => {
  const tab = await newTab();
  const stories = await serveHost(stubStory);
  const code = stubSnippet(stories.origin, baseURL!);
  const position = () =>
    tab.evaluate(() => getComputedStyle(document.querySelector('iframe')!).position);
  for (const [name, { head, around: [before, after] = ['', ''], rides }] of Object.entries(
    difficultPages
  )) {
    await test.step(name, async () => {
      const close = await openArticle(tab, before + code + after, head);
      if (rides) await expect.poll(position).toBe('sticky');
      for (let turns = 0; turns < 4; turns++) await tab.wheel(500, [480, 300]);
      if (rides) {
        await expect.poll(async () => (await stateIn(tab)).position, name).toBeGreaterThan(0.5);
        await expect
          .poll(async () => Math.abs((await offset(tab)) - (await stateIn(tab)).scrolled))
          .toBeLessThan(3);
      } else {
        expect(await position()).not.toBe('sticky');
        const tall = () => tab.evaluate(() => document.documentElement.scrollHeight);
        expect(await tall()).toBeLessThan(4000);
      }
      await close();
    });
  }
  await stories.close();
});
