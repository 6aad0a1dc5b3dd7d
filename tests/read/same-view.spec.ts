import { mapData } from '../browser/hold-back.ts';
import { steps } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

// However a reader comes to a step, the map shows the same there: names and badges in the same places, and the same
// picture. Every way is compared with a fresh deep link to the step.

const step = 'two-forces';
const before = 'year-lines';
const after = 'moscow-telling';

test('the map is the same however a reader comes to a step', async ({ page, reading }) => {
  test.slow();
  await reading.open(step);
  const seen = await reading.seen();
  expect(seen.labels.map(({ name }) => name)).toEqual(expect.arrayContaining(['Moscow', 'Tehran']));
  expect(seen.badges).toHaveLength(2);

  await test.step('keys from before and from after', async () => {
    await reading.pressTo('ArrowLeft', before);
    await reading.pressTo('ArrowRight', step);
    await reading.seesAgain(seen);
    await reading.pressTo('ArrowRight', after);
    await reading.pressTo('ArrowLeft', step);
    await reading.seesAgain(seen);
  });
  await test.step('buttons', async () => {
    await reading.nextButton.click();
    await reading.isAt(after);
    await reading.previousButton.click();
    await reading.isAt(step);
    await reading.seesAgain(seen);
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
    await reading.seesAgain(seen);
  });
  await test.step('fast scrolling past it and back', async () => {
    await reading.wheel(9000);
    await expect.poll(() => reading.position()).toBeGreaterThan(8);
    await reading.wheel(-6000);
    await expect.poll(() => reading.position()).toBeLessThan(6);
    await reading.wheelUntil(2, -300);
    await reading.wheelUntil(2, 40);
    await reading.isAt(step);
    await reading.seesAgain(seen);
  });
  await test.step('a reload', async () => {
    await page.reload();
    await reading.isAt(step);
    await reading.seesAgain(seen);
  });
  await test.step('keys all the way from the opening, while the map loads', async () => {
    const letMapLoad = await reading.holdBack(mapData);
    await reading.openText();
    await expect(reading.stage.locator('.maplibregl-canvas')).toBeAttached();
    await reading.pressTo('ArrowRight', steps[0]!.id);
    await reading.pressTo('ArrowRight', before);
    await reading.pressTo('ArrowRight', step);
    await reading.addressIs(step);
    letMapLoad();
    await reading.seesAgain(seen);
  });
  await test.step('slow scrolling from the top, over the map', async () => {
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const { x, y } = await reading.freePoint();
    await page.mouse.move(x, y);
    await reading.wheelUntil(2, 90);
    await reading.isAt(step);
    await reading.seesAgain(seen);
  });
});

test('the map is the same after the window has had other sizes, and on the way between two steps', async ({
  page,
  reading
}) => {
  const laptop = [1024, 640] as const;
  const phone = [360, 740] as const;
  await page.setViewportSize({ width: laptop[0], height: laptop[1] });
  await reading.open(step);
  const onLaptop = await reading.seen();

  await test.step('a laptop’s window made a phone’s, which is turned and turned back', async () => {
    await reading.resize(...phone);
    await reading.isAt(step);
    const onPhone = await reading.seen();
    await staysInFreePart(reading, onPhone.badges);
    await reading.resize(phone[1], phone[0]);
    await reading.isAt(step);
    await staysInFreePart(reading, (await reading.seenMarks()).badges);
    await reading.resize(...phone);
    await reading.isAt(step);
    await reading.addressIs(step);
    await reading.seesAgain(onPhone);
  });
  await test.step('and a laptop’s again', async () => {
    await reading.resize(...laptop);
    await reading.isAt(step);
    await reading.addressIs(step);
    await reading.seesAgain(onLaptop);
  });
  await test.step('between two steps the way forth and the way back are one', async () => {
    await reading.pointAtText();
    await reading.wheelUntil(2.4, 40);
    await reading.scrollRests();
    const between = await reading.seen();
    expect(Number(between.position) % 1).not.toBe(0);
    const offset = await page.evaluate(() => scrollY);
    await reading.pressTo('ArrowRight', after);
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), offset);
    await reading.seesAgain(between);
  });
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
