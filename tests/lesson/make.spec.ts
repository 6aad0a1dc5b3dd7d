import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from '../browser/axe.ts';
import { presentPath } from '../present/presenting.ts';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

const lessonPath = `${storyPath}lesson/`;

// What is kept in the browser is this test's alone.
test.use({ savesData: true, ownContext: true });

const row = (page: Page, id: string) => page.locator(`[data-step="${id}"]`);
const order = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.row[data-step]')].map(
      ({ dataset }) => dataset['step']!
    )
  );

async function open(page: Page): Promise<void> {
  await page.goto(lessonPath);
  // Once the page's script has taken over.
  await expect(page.getByText('Not available offline')).toBeVisible();
}

/** Makes a lesson of some steps; gives its address, which carries it. */
async function make(page: Page, ids: readonly string[]): Promise<string> {
  await open(page);
  await page.getByRole('button', { name: 'Leave all out' }).click();
  for (const id of ids) await row(page, id).getByRole('checkbox').first().check();
  await expect(page.getByText('of the clicker')).toContainText(
    new RegExp(`^${ids.length} steps?,`)
  );
  // The address carries what is kept.
  const kept = page.getByLabel('Kept in this browser').locator('option:checked');
  await expect(kept).toContainText(new RegExp(`\\(${ids.length} steps?,`));
  const worksheet = page.getByRole('link', { name: 'Worksheet' });
  expect(await worksheet.getAttribute('href')).toContain(new URL(page.url()).hash);
  return page.url();
}

test('a lesson is made, kept, passed on by its link, and presented', async ({ page, browser }) => {
  const chosen = ['theatre', 'two-forces', 'velayati', 'vienna'];
  await make(page, chosen);
  await page.getByRole('textbox', { name: 'Title' }).fill('Four steps');
  await page
    .getByRole('textbox', { name: /^Minutes for/ })
    .first()
    .fill('20');
  await page.keyboard.press('Tab');
  const vienna = row(page, 'vienna');
  for (let i = steps.findIndex(({ id }) => id === 'vienna'); i > 0; i--)
    await vienna.getByRole('button', { name: / up$/ }).press('Enter');
  expect((await order(page)).slice(0, 2)).toEqual(['vienna', 'theatre']);
  await vienna.getByRole('button', { name: /^Change/ }).click();
  await vienna.getByText('My own', { exact: true }).click();
  await vienna.getByLabel('My own question').fill('Why <b>Vienna</b>?');
  await vienna.getByLabel('Its answer is').selectOption('words');
  await vienna.getByLabel(/^Model answer/).fill('It was on neither side.');
  await vienna.getByLabel('My note for the speaker’s window').fill('Ask the back row.');
  await vienna.getByLabel('Group B').check();
  await expect(page.getByLabel('The lesson').getByText('20 min given')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect
    .poll(() => page.getByLabel('Kept in this browser').inputValue())
    .toBe(new URL(page.url()).hash.slice('#lesson='.length));
  const link = page.url();

  // Kept: an address without a lesson offers it again.
  await page.goto(lessonPath);
  await page
    .getByLabel('Kept in this browser')
    .selectOption({ label: 'Four steps (4 steps, 45 min)' });
  await expect.poll(() => page.url()).toBe(link);
  expect((await order(page))[0]).toBe('vienna');

  // A colleague opens the link in another browser.
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await colleague.goto(link);
  await expect(colleague.getByRole('textbox', { name: 'Title' })).toHaveValue('Four steps');
  await colleague.getByRole('link', { name: 'Present', exact: true }).last().click();
  const text = colleague.locator('[aria-current="step"]');
  await expect(text).toHaveAttribute('data-step', 'vienna');
  await expect(text).toContainText('1 of 4');
  await expect(text).toContainText('Group B');
  await expect(text).toContainText('Why <b>Vienna</b>?');
  await colleague.keyboard.press('End');
  await expect(text).toHaveAttribute('data-face', 'end');
  // The address follows, and the speaker's window has the same lesson.
  await colleague.keyboard.press('Home');
  await expect.poll(() => colleague.url()).toContain(`${new URL(link).hash}&step=vienna`);
  const [speaker] = await Promise.all([other.waitForEvent('page'), colleague.keyboard.press('s')]);
  await expect(speaker.getByText('It was on neither side.')).toBeVisible();
  await expect(speaker.getByText('Ask the back row.')).toBeVisible();
  await expect(speaker.getByLabel('Planned minutes')).toHaveValue('45');
  await colleague.keyboard.press('ArrowRight');
  await expect(speaker.getByText('On time, 45 min left')).toBeVisible();
  await other.close();
});

test('a step that is moved by key keeps the focus, and its new place is said', async ({ page }) => {
  await open(page);
  const first = row(page, steps[0]!.id);
  const down = first.getByRole('button', { name: / down$/ });
  await down.focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Enter');
  expect(await order(page)).toEqual([
    ...steps.slice(1, 4).map(({ id }) => id),
    steps[0]!.id,
    ...steps.slice(4).map(({ id }) => id)
  ]);
  await expect(down).toBeFocused();
  await expect(page.getByText(`Now 4 of ${steps.length}`)).toBeAttached();
  const up = first.getByRole('button', { name: / up$/ });
  await up.focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Enter');
  await expect(down).toBeFocused();
});

test('a question that was typed is not lost, and no choice is longer than a lesson takes', async ({
  page
}) => {
  await make(page, ['vienna']);
  const vienna = row(page, 'vienna');
  await vienna.getByRole('button', { name: /^Change/ }).click();
  await vienna.getByText('My own', { exact: true }).click();
  await vienna.getByLabel('My own question').fill('Which?');
  await vienna.getByLabel('Its answer is').selectOption('choice');
  const choices = vienna.getByRole('textbox', { name: /^The choices/ });
  await choices.fill(`One\n${'y'.repeat(300)}`);
  await choices.blur();
  await vienna.getByLabel('Right is').selectOption('One');
  await choices.fill(`One\n${'y'.repeat(300)}\nThree`);
  await choices.blur();
  await expect(vienna.getByLabel('Right is')).toHaveValue('One');
  await vienna.getByText('None', { exact: true }).click();
  await vienna.getByText('My own', { exact: true }).click();
  await expect(vienna.getByLabel('Right is')).toHaveValue('One');
  await expect(vienna.getByLabel('My own question')).toHaveValue('Which?');
  await expect(page.getByRole('button', { name: 'Copy the link' })).toBeEnabled();
  await page.waitForURL(/#lesson=/);
  await page.reload();
  await expect(page.getByLabel('Steps').getByRole('alert')).toHaveCount(0);
  await expect(vienna.getByText('Changed by you')).toBeVisible();
});

test('steps are dragged into another order', async ({ page }) => {
  await open(page);
  const [first, , third] = steps.map(({ id }) => id);
  const handle = row(page, first!).locator('.handle');
  const to = (await row(page, third!).boundingBox())!;
  await handle.hover();
  await page.mouse.down();
  for (const share of [0.3, 0.6, 0.9])
    await page.mouse.move(to.x + 10, to.y + to.height * share, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await order(page)).indexOf(first!)).toBeGreaterThan(1);
  await expect
    .poll(async () => (await order(page)).toSorted())
    .toEqual(steps.map(({ id }) => id).toSorted());
  await expect.poll(() => page.url()).toContain('#lesson=');
});

test('a lesson is saved as a file and opened again; a broken one is told fault by fault', async ({
  page
}) => {
  await make(page, ['theatre', 'vienna']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click()
  ]);
  const json = readFileSync(await download.path(), 'utf8');
  await open(page);
  const choose = (text: string) =>
    page.getByLabel('Open a file').setInputFiles({
      name: 'x.lesson.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text)
    });
  await choose(json.replace('"theatre"', '"gone"'));
  await expect(page.getByLabel('Steps').getByRole('alert')).toContainText(
    'The story has no step “gone” any more'
  );
  await expect(page.getByText('1 step, 2 presses')).toBeVisible();
  await choose(json.replace('"minutes": 45', '"minutes": 0').replace('"vienna"', '"V!"'));
  await expect(page.getByLabel('Steps').getByRole('alert')).toContainText(
    'minutes must be whole minutes'
  );
  await expect(page.getByLabel('Steps').getByRole('alert')).toContainText(
    'steps[1].step must be an id'
  );
  // What was there is there still.
  await expect(page.getByText('1 step, 2 presses')).toBeVisible();
});

test('a link that was cut says so, and leads on', async ({ page }) => {
  const link = new URL(await make(page, ['theatre', 'vienna']));
  await page.goto('about:blank');
  await page.goto(`${presentPath}${link.hash.slice(0, -9)}`);
  await expect(page.getByRole('heading', { name: 'This lesson cannot be opened' })).toBeVisible();
  await page.getByRole('link', { name: 'present' }).click();
  await expect(page.locator('[aria-current="step"]')).toContainText(`of ${steps.length}`);
});

test('who opens no lesson and no class loads no byte of either', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text());
  });
  const loads = async (address: string) => {
    scripts.length = 0;
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'networkidle' });
    const code = (await Promise.all(scripts)).join('\n');
    expect(code.length, address).toBeGreaterThan(10_000);
    return [
      code.includes('The link to the lesson is not whole'),
      code.includes('The room could not be opened')
    ];
  };
  const link = new URL(await make(page, ['vienna']));
  for (const path of ['', 'present/', 'present/speaker/', 'handout/', 'embed/', 'data/'])
    expect(await loads(storyPath + path), path).toEqual([false, false]);
  expect(await loads(presentPath + link.hash)).toEqual([true, false]);
  expect(await loads(lessonPath)).toEqual([true, false]);
});
