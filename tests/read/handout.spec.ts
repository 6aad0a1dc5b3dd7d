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
  for (const { id, title } of steps) {
    const sheet = page.locator(`article[id="${id}"]`);
    await expect(sheet.getByRole('heading', { name: title })).toBeVisible();
    const picture = sheet.getByRole('img', { name: /^Map/ });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
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
  const { AxeBuilder } = await import('@axe-core/playwright');
  await page.goto(`${storyPath}handout/?for=teacher`);
  await expect(page.getByRole('radio', { name: /^Teacher/ })).toBeChecked();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
});
