import { violations } from '../browser/axe.ts';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const question = 'What else would you want to know';
const note = 'Have pupils find the sentence where fact';

test('a handout is for everyone, for students or for teachers, and its address says which', async ({
  page
}) => {
  await page.goto(`${storyPath}handout/`);
  const sheet = page.locator('#two-forces');
  await expect(sheet.getByText(question)).toBeHidden();
  await expect(sheet.getByText(note)).toBeHidden();

  await page.getByRole('radio', { name: /^Student/ }).check();
  await expect(sheet.getByText(question)).toBeVisible();
  await expect(sheet.getByText(note)).toBeHidden();
  expect(new URL(page.url()).search).toBe('?for=student');

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
  await pictures.evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map((image) => {
        image.loading = 'eager';
        return image.decode();
      })
    )
  );
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

test('the handout has no fault that axe finds', async ({ page }) => {
  await page.goto(`${storyPath}handout/?for=teacher`);
  await expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked();
  expect(await violations(page)).toEqual([]);
});
