import { steps } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

test('ten quick presses lead ten steps on, and five back', async ({ page, reading }) => {
  await reading.openText(steps[2]!.id);
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await reading.isAt(steps[12]!.id);
  await reading.addressIs(steps[12]!.id);
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
  await reading.isAt(steps[7]!.id);
  await reading.addressIs(steps[7]!.id);
});

test('quick presses of the button count too', async ({ reading }) => {
  await reading.openText(steps[2]!.id);
  for (let press = 0; press < 4; press++) await reading.nextButton.click();
  await reading.isAt(steps[6]!.id);
});

test('a held key goes on and comes to rest on a step when it is let go', async ({
  page,
  reading
}) => {
  await reading.openText(steps[2]!.id);
  for (let repeat = 0; repeat < 6; repeat++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await reading.isAt(steps[8]!.id);
  // Forth and back at once is where one was.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await reading.isAt(steps[8]!.id);
});

test('the wheel ends a glide at once', async ({ page, reading }) => {
  await reading.openText(steps[2]!.id);
  await reading.pointAtText();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => reading.position()).toBeGreaterThan(2);
  await page.mouse.wheel(0, -2500);
  await expect.poll(() => reading.position()).toBeLessThan(2);
  await reading.nextFrame();
  expect(await reading.position()).toBeLessThan(2);
});

test('a link ends a glide and leads where it says', async ({ page, reading }) => {
  await reading.openText(steps[2]!.id);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => reading.position()).toBeGreaterThan(2);
  await page.evaluate((id) => (location.hash = id), steps[20]!.id);
  await reading.isAt(steps[20]!.id);
  await reading.scrollRests();
  await reading.isAt(steps[20]!.id);
});

test('keys with a modifier stay the browser’s', async ({ page, reading }) => {
  await reading.openText(steps[2]!.id);
  for (const key of ['Shift+ArrowRight', 'Control+ArrowRight']) await page.keyboard.press(key);
  await reading.nextFrame();
  await reading.isAt(steps[2]!.id);
  await reading.pressTo('ArrowRight', steps[3]!.id);
});
