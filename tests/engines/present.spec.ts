import { stepIndex, storyPath } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';
import type { Tab } from './engine.ts';

// A presentation in two windows.

const presentPath = `${storyPath}present/`;
const often = { intervals: [50] };

const stateOf = (tab: Tab) =>
  tab.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('[data-map]');
    return { map: stage?.dataset['map'], position: stage?.dataset['position'] };
  });

async function isAt(tab: Tab, step: string): Promise<void> {
  await expect
    .poll(async () => (await stateOf(tab)).position, often)
    .toBe(`${stepIndex(step)}.000`);
}

/** The page gives the screen the keys once its script has taken over. */
async function hasKeys(tab: Tab): Promise<void> {
  await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName), often).toBe('MAIN');
}

const strokes = (tab: Tab) =>
  tab.evaluate(
    () => document.querySelector('[data-strokes]')?.getAttribute('data-strokes') ?? null
  );

test('screen and speaker go in step, and what is drawn in one is seen in both', async ({
  newTab,
  baseURL
}) => {
  const screen = await newTab();
  await screen.resize(1024, 640);
  await screen.open(new URL(`${presentPath}#shoigu`, baseURL).href);
  await hasKeys(screen);
  await isAt(screen, 'shoigu');
  await expect.poll(async () => (await stateOf(screen)).map, { timeout: 60_000 }).toBe('idle');

  const speaker = await newTab();
  await speaker.resize(1024, 640);
  await speaker.open(new URL(`${presentPath}speaker/`, baseURL).href);
  await hasKeys(speaker);
  await isAt(speaker, 'shoigu');
  await speaker.press('PageDown');
  await isAt(screen, 'port-calls');
  await screen.press('ArrowLeft');
  await isAt(speaker, 'shoigu');

  await screen.press('d');
  await screen.drag([
    [700, 300],
    [740, 320],
    [760, 300],
    [740, 280],
    [700, 300]
  ]);
  for (const window of [screen, speaker]) await expect.poll(() => strokes(window), often).toBe('1');
  await screen.press('ArrowRight');
  for (const window of [screen, speaker]) await expect.poll(() => strokes(window), often).toBe('0');
});

test('the speaker’s window opens with a key', async ({ newTab, baseURL }) => {
  const screen = await newTab();
  await screen.open(new URL(presentPath, baseURL).href);
  await hasKeys(screen);
  await screen.press('s');
  const speaker = await screen.popup();
  await hasKeys(speaker);
  await expect
    .poll(() => speaker.evaluate(() => document.body.innerText), often)
    .toContain('In step with the screen');
  await speaker.close();
});
