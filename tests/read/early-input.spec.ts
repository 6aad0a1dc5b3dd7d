import { events, steps, storyPath } from '../story-facts.ts';
import { expect, test, type Reading } from '../story-test.ts';

test.use({ viewport: { width: 1366, height: 768 }, savesData: true });

/** Opens a page whose scripts have not come; the function returned lets them. */
async function openBeforeScripts(reading: Reading, path: string): Promise<() => void> {
  const letScriptsCome = await reading.holdBack(/\.js$/);
  await reading.page.goto(path, { waitUntil: 'domcontentloaded' });
  return letScriptsCome;
}

test('a passage chosen before the page is hydrated is shown once it is', async ({ reading }) => {
  const letScriptsCome = await openBeforeScripts(reading, `${storyPath}#${steps[3]!.id}`);
  await reading.nextButton.click();
  await expect(reading.stage).toHaveAttribute('data-map', 'static');
  letScriptsCome();
  await reading.isAt(steps[4]!.id);
  // It was done once.
  await reading.addressIs(steps[4]!.id);
  await reading.nextButton.click();
  await reading.isAt(steps[5]!.id);
});

test('what is sought and chosen in the table before it takes part sifts it once it does', async ({
  page,
  reading
}) => {
  const letScriptsCome = await openBeforeScripts(reading, `${storyPath}data/`);
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.pressSequentially('moscow');
  await page.getByRole('checkbox', { name: 'confirmed' }).check();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('visit');
  await page.getByRole('button', { name: 'Date' }).click();
  await expect(page.locator('.count')).toHaveText(`All ${events.length} events`);
  letScriptsCome();
  await expect(page.locator('.count')).toContainText(` of ${events.length} events`);
  await expect(search).toHaveValue('moscow');
  await expect(page.getByRole('checkbox', { name: 'confirmed' })).toBeChecked();
  await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute(
    'aria-sort',
    'ascending'
  );
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    q: 'moscow',
    kind: 'visit',
    certainty: 'confirmed',
    sort: 'date'
  });
});

test('a handout chosen before its page is hydrated is the one that is made', async ({
  page,
  reading
}) => {
  const letScriptsCome = await openBeforeScripts(reading, `${storyPath}handout/`);
  const student = page.getByRole('radio', { name: /^Student/ });
  await student.check();
  letScriptsCome();
  await expect(page).toHaveURL(/\?for=student$/);
  await expect(student).toBeChecked();
});

test('a citation copied before the page is hydrated is copied once it is', async ({
  page,
  context,
  reading
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const letScriptsCome = await openBeforeScripts(reading, storyPath);
  const sources = page.getByRole('region', { name: 'Sources' });
  await sources
    .getByRole('button', { name: /^Copy citation/ })
    .first()
    .click();
  letScriptsCome();
  await expect(sources.getByText('Copied', { exact: true })).toBeVisible();
});
