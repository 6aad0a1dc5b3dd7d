import { expect, test } from './engine-test.ts';

// What a reader does beside reading on.

test('a reader explores the map, and it snaps back', async ({ reader }) => {
  const { tab } = reader;
  await reader.open('shoigu');
  await reader.mapIsIdle();
  const then = await reader.marks();
  const tehran = async () => (await reader.marks()).find(({ name }) => name === 'Tehran')?.x ?? 0;
  const before = await tehran();

  await reader.press('button', 'Explore');
  await tab.drag([
    [900, 300],
    [870, 290],
    [840, 280],
    [800, 270]
  ]);
  await expect.poll(tehran).toBeLessThan(before - 50);
  await tab.press('Escape');
  await reader.isAt('shoigu');
  await reader.mapIsIdle();
  expect(await reader.marks()).toEqual(then);
});

test('the key opens and closes', async ({ reader }) => {
  await reader.open('shoigu');
  await reader.press('button', 'Key');
  await expect.poll(() => reader.seenText('[popover]:popover-open')).toContain('Certainty');
  await reader.tab.press('Escape');
  await expect.poll(() => reader.seenText('[popover]:popover-open')).toBeNull();
});

test('a number opens its note, and Escape closes it', async ({ reader }) => {
  await reader.open('journey-denied');
  await reader.mapIsIdle();
  await reader.press('#journey-denied a.cite');
  await expect
    .poll(() => reader.seenText('[role="group"][aria-label^="Source"]'))
    .toContain('Laila Bassam');
  await reader.tab.press('Escape');
  await expect.poll(() => reader.seenText('[role="group"][aria-label^="Source"]')).toBeNull();
});

test('the timeline and the contents lead to a passage', async ({ reader }) => {
  await reader.open('shoigu');
  await reader.mapIsIdle();
  const last = await reader.tab.evaluate(() => {
    const link = [...document.querySelectorAll<HTMLAnchorElement>('.timeline a')].at(-1)!;
    link.focus();
    return link.hash.slice(1);
  });
  await reader.tab.press('Enter');
  await reader.isAt(last);
  await reader.press('button', 'Contents');
  await reader.press('#contents a', 'What Tehran could gain');
  await reader.isAt('tehran-gains');
});
