import { violations } from '../browser/axe.ts';
import { decodePictures } from '../browser/decode-pictures.ts';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const question = 'What else would you want to know';
const note = 'Have pupils find the sentence where fact';

test('a handout is what its address says: the story, a worksheet, its key or the teacher’s', async ({
  page
}) => {
  await page.goto(`${storyPath}handout/`);
  const sheet = page.locator('#two-forces');
  await expect(sheet.getByText(question)).toBeHidden();
  await expect(sheet.getByText(note)).toBeHidden();

  await page.getByRole('radio', { name: /^Student/ }).check();
  await expect(page.getByText(question)).toBeVisible();
  await expect(sheet).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('?for=student');
  await page.getByRole('checkbox', { name: /^Large print/ }).check();
  expect(new URL(page.url()).search).toBe('?for=student&print=large');
  await page.getByRole('checkbox', { name: /^Large print/ }).uncheck();

  await page.getByRole('radio', { name: /^Teacher/ }).check();
  await expect(sheet.getByText(question)).toBeVisible();
  await expect(sheet.getByText(note)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked();
  await expect(sheet.getByText(note)).toBeVisible();
});

test('an address that names nobody is for everyone', async ({ page }) => {
  await page.goto(`${storyPath}handout/?for=nobody`);
  await expect(page.getByRole('radio', { name: 'The story' })).toBeChecked();
});

test('every passage stands beside its picture', async ({ page }) => {
  await page.goto(`${storyPath}handout/`);
  const sheets = page.locator('article[id]');
  const pictures = sheets.getByRole('img', { name: /^Map/ });
  await expect(pictures).toHaveCount(steps.length);
  // A picture that does not come fails to decode.
  await decodePictures(pictures);
  const seen = await sheets.evaluateAll((all) =>
    all.map((sheet) => {
      const [heading, picture] = [sheet.querySelector('h3')!, sheet.querySelector('img')!];
      return {
        id: sheet.id,
        title: heading.checkVisibility() && heading.textContent.trim(),
        pictured: picture.checkVisibility() && picture.naturalWidth > 0
      };
    })
  );
  expect(seen).toEqual(steps.map(({ id, title }) => ({ id, title, pictured: true })));
});

test('on paper the reading page has a picture a passage, no stage and dark ink', async ({
  page,
  reading
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(storyPath);
  await expect(reading.stage).toBeHidden();
  await expect(reading.card('vienna').getByRole('img', { name: /^Map/ })).toBeVisible();
  const ink = await reading.card('vienna').evaluate((card) => getComputedStyle(card).color);
  expect(Math.max(...ink.match(/\d+/g)!.map(Number))).toBeLessThan(64);
});

test('each step has its tactile map, in black and white and at its size on paper', async ({
  page
}) => {
  await page.goto(`${storyPath}handout/?for=tactile`);
  const maps = page.getByRole('img', { name: /^Tactile map/ });
  await expect(maps).toHaveCount(steps.length);
  await page.emulateMedia({ media: 'print' });
  expect(new Set(await decodePictures(maps)).size).toBe(1);
  const sizes = await maps.evaluateAll((images) =>
    images.map((image) => {
      const { width, height } = image.getBoundingClientRect();
      return [width, height].map((px) => Math.round((px / 96) * 25.4)).join(' × ');
    })
  );
  expect(new Set(sizes)).toEqual(new Set(['180 × 240']));
  await expect(
    page.getByText(/^7 January: a minister in Tehran\. mo: Moscow · te: Tehran/)
  ).toBeVisible();
});

for (const audience of ['teacher', 'student', 'key', 'tactile']) {
  test(`the handout for ${audience} has no fault that axe finds`, async ({ page }) => {
    await page.goto(`${storyPath}handout/?for=${audience}`);
    await expect(page.locator(`main[data-for="${audience}"]`)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
