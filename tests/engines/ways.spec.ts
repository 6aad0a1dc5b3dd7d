import { steps } from '../story-facts.ts';
import { expect, test } from './engine-test.ts';
import type { Mark, Reader } from './reader.ts';

// The ways to a step: whichever a reader takes, names and badges stand in the same places.

const step = 'two-forces';
const before = 'year-lines';
const after = 'moscow-telling';

/** The map shows at the step what it showed then. */
async function seesAgain(reader: Reader, then: readonly Mark[]): Promise<void> {
  await reader.isAt(step);
  await reader.mapIsIdle();
  const now = await reader.marks();
  expect(now.map(({ name }) => name)).toEqual(then.map(({ name }) => name));
  for (const [i, { name, x, y }] of then.entries()) {
    expect(Math.hypot(now[i]!.x - x, now[i]!.y - y), name).toBeLessThan(0.5);
  }
}

test('keys lead through the story and back', async ({ reader }) => {
  await reader.open(steps[0]!.id);
  for (const { id } of steps.slice(1, 4)) await reader.pressTo('ArrowRight', id);
  await reader.pressTo('End', steps.at(-1)!.id);
  await reader.addressIs(steps.at(-1)!.id);
  await reader.pressTo('ArrowLeft', steps.at(-2)!.id);
  await reader.pressTo('Home', steps[0]!.id);
});

test('a step is the same by keys, wheel, reload, back and forward, and turning the device', async ({
  reader
}) => {
  const { tab } = reader;
  await reader.open(step);
  await reader.mapIsIdle();
  const then = await reader.marks();
  expect(then.map(({ name }) => name)).toEqual(expect.arrayContaining(['Moscow', 'Tehran']));

  await test.step('keys', async () => {
    await reader.pressTo('ArrowLeft', before);
    await reader.pressTo('ArrowRight', step);
    await seesAgain(reader, then);
    await reader.pressTo('ArrowRight', after);
    await reader.pressTo('ArrowLeft', step);
    await seesAgain(reader, then);
  });
  await test.step('wheel', async () => {
    await reader.wheelTo(8, 3000);
    await reader.wheelTo(2.9, -900);
    await reader.wheelTo(2, -60);
    await reader.rests();
    await seesAgain(reader, then);
    await reader.pressTo('Home', steps[0]!.id);
    await reader.wheelTo(2, 60);
    await seesAgain(reader, then);
  });
  await test.step('reload', async () => {
    await reader.addressIs(step);
    await tab.reload();
    await seesAgain(reader, then);
  });
  await test.step('back and forward', async () => {
    await tab.open(new URL('data/', reader.addressOf()).href);
    await tab.back();
    await seesAgain(reader, then);
    await tab.forward();
    await expect.poll(() => tab.evaluate(() => location.pathname)).toMatch(/data\/$/);
    await tab.back();
    await seesAgain(reader, then);
  });
  await test.step('turning the device', async () => {
    await tab.resize(600, 960);
    await reader.isAt(step);
    await tab.resize(960, 600);
    await seesAgain(reader, then);
  });
});
