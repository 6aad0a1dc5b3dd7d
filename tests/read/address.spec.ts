import { frontMatter, steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

test.use({ savesData: true });

test('the address follows the reader, and Back leaves the page', async ({ page, reading }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: frontMatter('title') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(frontMatter('title'));
  await reading.answers();
  expect(new URL(page.url()).pathname).toBe(storyPath);
  expect(new URL(page.url()).hash).toBe('');
  const length = await page.evaluate(() => history.length);
  for (const { id } of steps.slice(1, 5)) {
    await reading.find(id);
    await reading.addressIs(id);
  }
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('link', { name: steps[9]!.title }).first().click();
  await reading.isAt(steps[9]!.id);
  await reading.addressIs(steps[9]!.id);
  await reading.pressTo('ArrowRight', steps[10]!.id);
  await reading.addressIs(steps[10]!.id);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(frontMatter('title'));
});

for (const hash of ['#no-such-step', '#%E0%A4%A', '#"><b>']) {
  test(`an address that names no step (${hash}) opens the story at its beginning`, async ({
    page,
    reading
  }) => {
    await page.goto(`${storyPath}${hash}`);
    await reading.answers();
    await expect(reading.stage).toHaveAttribute('data-position', '0.000');
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
    await page.keyboard.press('ArrowRight');
    await reading.pressTo('ArrowRight', steps[1]!.id);
    await reading.addressIs(steps[1]!.id);
  });
}

test('an address changed by hand leads to its step', async ({ page, reading }) => {
  await reading.openText('shoigu');
  await page.evaluate(() => (location.hash = 'embargo'));
  await reading.isAt('embargo');
});

test('the controls lead through the story and show the progress', async ({ page, reading }) => {
  const { length } = steps;
  await reading.openText();
  await expect(reading.previousButton).toBeDisabled();
  await expect(reading.stage).toContainText(`1 of ${length}`);
  await reading.nextButton.click();
  await expect(page.getByRole('heading', { name: steps[0]!.title })).toBeInViewport();
  await reading.nextButton.click();
  await reading.isAt(steps[1]!.id);
  await expect(reading.stage).toContainText(`2 of ${length}`);
  await reading.previousButton.click();
  await reading.isAt(steps[0]!.id);

  await page.getByRole('button', { name: 'Contents' }).click();
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.locator('[aria-current]')).toHaveText(steps[0]!.title);
  const names = await contents.getByRole('link').allTextContents();
  for (const { title } of steps) {
    expect(
      names.filter((name) => name.trim() === title),
      title
    ).toHaveLength(1);
  }
  await contents.getByRole('link', { name: steps.at(-1)!.title, exact: true }).click();
  await expect(contents).toBeHidden();
  await reading.isAt(steps.at(-1)!.id);
  await expect(reading.nextButton).toBeDisabled();
  await expect(reading.stage).toContainText(`${length} of ${length}`);
  await page.getByRole('button', { name: 'Contents' }).click();
  await expect(contents.locator('[aria-current]')).toHaveText(steps.at(-1)!.title);
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
});

test('the bar along the top grows with the story', async ({ page, reading }) => {
  await reading.openText('general');
  const share = () =>
    page
      .locator('.progress')
      .evaluate((bar) => bar.firstElementChild!.getBoundingClientRect().width / innerWidth);
  const expected = steps.findIndex(({ id }) => id === 'general') / (steps.length - 1);
  await expect.poll(share).toBeCloseTo(expected, 1);
  // Chromium drops a key that comes in the last frame of the scroll before it.
  await reading.scrollRests();
  await page.keyboard.press('End');
  await expect.poll(share).toBeGreaterThan(0.97);
});
