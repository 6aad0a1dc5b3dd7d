import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

// However a reader comes to a step, the map shows the same there: names and badges in the same places, and
// the same picture. Every test holds its way against a fresh deep link to the step.

const step = 'two-forces';
const before = 'year-lines';
const after = 'moscow-telling';

test.describe('names and badges', () => {
  // The map flies, and its names with it, but nothing of it is drawn.
  test.use({ withoutMapData: true });

  test('by slow scrolling, by fast scrolling past and back, after a reload', async ({
    page,
    reading
  }) => {
    await reading.openText(step);
    const seen = await reading.seenMarks();
    expect(seen.labels.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Moscow', 'Tehran'])
    );
    expect(seen.badges).toHaveLength(2);

    await test.step('reload', async () => {
      await page.reload();
      await reading.isAt(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('slow scrolling from the top', async () => {
      await reading.openText();
      const { x, y } = await reading.freePoint();
      await page.mouse.move(x, y);
      await reading.wheelUntil(2, 60);
      await reading.isAt(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('fast scrolling past it and back', async () => {
      await reading.wheel(9000);
      await expect.poll(() => reading.position()).toBeGreaterThan(8);
      await reading.wheel(-6000);
      await expect.poll(() => reading.position()).toBeLessThan(6);
      await reading.wheelUntil(2, -300);
      await reading.wheelUntil(2, 40);
      await reading.isAt(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
  });

  test('by keys, by buttons, by the contents, from either side', async ({ page, reading }) => {
    await reading.openText(step);
    const seen = await reading.seenMarks();

    await test.step('key from before', async () => {
      await reading.pressTo('ArrowLeft', before);
      await reading.pressTo('ArrowRight', step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('key from after', async () => {
      await reading.pressTo('ArrowRight', after);
      await reading.pressTo('ArrowLeft', step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('buttons', async () => {
      await reading.nextButton.click();
      await reading.isAt(after);
      await reading.previousButton.click();
      await reading.isAt(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('contents', async () => {
      const contents = page.getByRole('navigation', { name: 'Contents' });
      await page.getByRole('button', { name: 'Contents' }).click();
      await contents.getByRole('link', { name: 'What Tehran could gain' }).click();
      await reading.isAt('tehran-gains');
      await page.getByRole('button', { name: 'Contents' }).click();
      const title = steps.find(({ id }) => id === step)!.title;
      await contents.getByRole('link', { name: title }).click();
      await reading.isAt(step);
      await reading.addressIs(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
    await test.step('keys all the way from the opening', async () => {
      await reading.openText();
      await reading.pressTo('ArrowRight', steps[0]!.id);
      await reading.pressTo('ArrowRight', before);
      await reading.pressTo('ArrowRight', step);
      await reading.addressIs(step);
      expect(await reading.seenMarks()).toEqual(seen);
    });
  });

  test('a phone turned and turned back', async ({ page, reading }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await reading.openText(step);
    const seen = await reading.seenMarks();
    await reading.resize(740, 360);
    await reading.isAt(step);
    await staysInFreePart(reading, (await reading.seenMarks()).badges);
    await reading.resize(360, 740);
    await reading.isAt(step);
    await reading.addressIs(step);
    expect(await reading.seenMarks()).toEqual(seen);
  });
});

test('the live map’s picture: by fast scrolling, by keys from either side, after a reload', async ({
  page,
  reading
}) => {
  await reading.open(step);
  const seen = await reading.seen();
  await test.step('fast scrolling past it and back', async () => {
    await reading.wheel(3000);
    await expect.poll(() => reading.position()).toBeGreaterThan(4);
    await reading.wheelUntil(2, -300);
    await reading.wheelUntil(2, 40);
    await reading.isAt(step);
    await reading.seesAgain(seen);
  });
  await test.step('keys', async () => {
    await reading.pressTo('ArrowRight', after);
    await reading.pressTo('ArrowLeft', step);
    await reading.pressTo('ArrowLeft', before);
    await reading.pressTo('ArrowRight', step);
    await reading.seesAgain(seen);
  });
  await test.step('reload', async () => {
    await page.reload();
    await reading.seesAgain(seen);
  });
});

test('the live map’s picture: a laptop’s window made a phone’s, and back', async ({
  page,
  reading
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await reading.open(step);
  const seen = await reading.seen();
  await reading.resize(360, 740);
  await reading.isAt(step);
  const there = await reading.seen();
  await staysInFreePart(reading, there.badges);
  await reading.resize(1366, 768);
  await reading.isAt(step);
  await reading.addressIs(step);
  await reading.seesAgain(seen);
});

async function staysInFreePart(reading: Reading, marks: readonly { x: number; y: number }[]) {
  const free = await reading.freePart();
  expect(marks).toHaveLength(2);
  for (const { x, y } of marks) {
    expect(x).toBeGreaterThan(free.x);
    expect(x).toBeLessThan(free.x + free.width);
    expect(y).toBeGreaterThan(free.y);
    expect(y).toBeLessThan(free.y + free.height);
  }
}

test('between two steps the way forth and the way back are one', async ({ page, reading }) => {
  await reading.open('shoigu');
  await reading.pointAtText();
  await reading.wheelUntil(6.4, 40);
  await reading.scrollRests();
  const seen = await reading.seen();
  expect(Number(seen.position) % 1).not.toBe(0);
  const offset = await page.evaluate(() => scrollY);
  await reading.pressTo('ArrowRight', 'port-calls');
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), offset);
  await reading.seesAgain(seen);
});
