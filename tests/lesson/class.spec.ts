import type { Browser, Page } from '@playwright/test';
import { violations } from '../browser/axe.ts';
import { presentPath, speakerPath } from '../present/presenting.ts';
import { storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';
import { ClassServer } from './class-server.ts';

// These windows are on a server of their own, which lets a class in.
test.describe.configure({ mode: 'default' });

const server = new ClassServer();
test.beforeAll(() => server.start());
test.afterAll(() => server.kill());

test.afterEach(async ({ browser }) => {
  // Each device had a context of its own.
  for (const context of browser.contexts())
    if (context.pages().some((page) => page.url().startsWith(server.home))) await context.close();
});

const address = (path: string) => server.home + path.slice(1);
const text = (page: Page) => page.locator('[aria-current="step"]');

/** The teacher's screen at a step, with its room open. */
async function openRoom(browser: Browser, step: string) {
  const context = await browser.newContext();
  const screen = await context.newPage();
  await screen.goto(address(`${presentPath}#${step}`));
  await expect(text(screen)).toHaveAttribute('data-step', step);
  await screen.keyboard.press('c');
  const panel = screen.getByRole('dialog', { name: 'The class follows' });
  await expect(panel.locator('.qr svg')).toBeVisible();
  const code = (await panel.locator('.address').innerText()).slice(-5);
  await screen.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  return { screen, code, context };
}

/** A pupil's device that has typed the short address. */
async function join(browser: Browser, code: string): Promise<Page> {
  // As a device of its own: a browser opens six connections to a server, and each of these pages holds one.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${server.home}${code.toLowerCase()}`);
  await expect(page.getByText('With the class')).toBeVisible();
  return page;
}

test('pupils follow, look around, answer, and see nothing before its time', async ({ browser }) => {
  const { screen, code } = await openRoom(browser, 'what-changed');
  const [one, two] = [await join(browser, code), await join(browser, code)];
  expect(new URL(one.url()).pathname).toBe(`${storyPath}class/`);
  await expect(screen.getByText('2 follow')).toBeVisible();
  await expect(text(one)).toHaveAttribute('data-face', 'question');
  // The place that is asked for is named neither here nor on the screen.
  for (const page of [one, screen])
    await expect(page.locator('.labels text', { hasText: 'Vienna' })).toHaveCount(0);
  expect(await violations(one)).toEqual([]);
  await one.locator('.tap').click({ position: { x: 100, y: 120 } });
  await two.getByRole('combobox').selectOption({ label: 'Vienna' });
  for (const page of [one, two]) await page.getByRole('button', { name: 'Send' }).click();
  await expect(one.getByText('Sent.')).toBeVisible();
  await expect(screen.getByText('2 have answered')).toBeVisible();
  await expect(screen.locator('[data-pins]')).toHaveCount(0);
  await screen.keyboard.press('r');
  await expect(screen.locator('[data-pins="2"]')).toBeVisible();
  await expect(screen.getByText('expected is Vienna')).toBeVisible();
  await expect(one.getByText('What the class answered is on the screen.')).toBeVisible();

  await screen.keyboard.press('ArrowRight');
  await expect(text(one)).toHaveAttribute('data-face', 'whole');
  await one.getByRole('button', { name: 'Step after' }).click();
  await expect(text(one)).toHaveAttribute('data-step', 'ukraine');
  await expect(text(one)).toHaveAttribute('data-face', 'question');
  await expect(one.getByText(/The class is at step \d+/)).toBeVisible();
  await one.getByRole('button', { name: 'Back to the class' }).click();
  await expect(text(one)).toHaveAttribute('data-step', 'what-changed');
  for (const way of ['Map', 'Text alone', 'Picture']) {
    await one.getByRole('button', { name: way, exact: true }).click();
    await expect(one.locator('[data-map]')).toHaveCount(way === 'Text alone' ? 0 : 1);
  }
});

test('words are for the teacher’s eyes first; the answers are saved without names', async ({
  browser
}) => {
  const { context, screen, code } = await openRoom(browser, 'two-forces');
  const speaker = await context.newPage();
  await speaker.goto(address(speakerPath));
  const phone = await join(browser, code);
  await phone.getByRole('textbox', { name: /^Your answer/ }).fill('Who pays <i>them</i>?');
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(speaker.getByText('Who pays <i>them</i>?')).toBeVisible();
  await expect(screen.getByText('1 has answered')).toBeVisible();
  await expect(screen.getByText('Who pays')).toHaveCount(0);
  await speaker.getByRole('button', { name: 'Show answers' }).click();
  await expect(screen.getByText('Who pays <i>them</i>?')).toBeVisible();

  await screen.keyboard.press('c');
  const [csv] = await Promise.all([
    screen.waitForEvent('download'),
    screen.getByRole('button', { name: 'Save the answers' }).click()
  ]);
  const stream = await csv.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  expect(Buffer.concat(parts).toString()).toContain('two-forces');
  await screen.getByRole('button', { name: 'End the room' }).click();
  await expect(phone.getByText('The class has ended; the story stays here.')).toBeVisible();
  await expect(text(phone)).toHaveAttribute('data-step', 'two-forces');
});

test('an answer outlives the server that has heard it', async ({ browser }) => {
  const { screen, code } = await openRoom(browser, 'two-forces');
  const phone = await join(browser, code);
  await phone.getByRole('textbox', { name: /^Your answer/ }).fill('x'.repeat(300));
  // A word without an end widens nothing.
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(screen.getByText('1 has answered')).toBeVisible();
  await server.kill();
  await expect(phone.getByText('is out of reach')).toBeVisible();
  await server.start();
  await screen.reload();
  await expect(screen.getByText('1 has answered')).toBeVisible();
  await screen.keyboard.press('r');
  await expect(phone.getByText('Your answer: xxx')).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('ten devices keep the story when the server goes, and are right when it comes back; so is the teacher after a reload', async ({
  browser
}) => {
  const { screen, code } = await openRoom(browser, 'shoigu');
  const pages: Page[] = [];
  for (let i = 0; i < 10; i++) pages.push(await join(browser, code));
  await expect(screen.getByText('10 follow')).toBeVisible();
  await server.kill();
  await expect(pages[0]!.getByText('is out of reach; the story stays here')).toBeVisible();
  // Who looks around then still sees every map.
  await expect(text(pages[0]!)).toHaveAttribute('data-step', 'shoigu');
  for (let i = 0; i < 12; i++) await pages[0]!.getByRole('button', { name: 'Step after' }).click();
  const ground = pages[0]!.locator('.ground img:not(.waiting)');
  await expect
    .poll(() => ground.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
  await pages[0]!.getByRole('button', { name: 'Back to the class' }).click();
  await screen.keyboard.press('ArrowRight');
  await expect(text(screen)).toHaveAttribute('data-step', 'port-calls');
  await server.start();
  for (const page of pages) await expect(text(page)).toHaveAttribute('data-step', 'port-calls');
  await screen.reload();
  await expect(text(screen)).toHaveAttribute('data-step', 'port-calls');
  await expect(screen.getByText('10 follow')).toBeVisible();
  await screen.keyboard.press('ArrowRight');
  for (const page of pages) await expect(text(page)).toHaveAttribute('data-face', 'whole');
});

test('a code that is none says so, and the form takes another', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  // As it is typed from the screen.
  await page.goto(`${server.home}bcdfg`);
  await expect(page.getByText('There is no class with the code BCDFG')).toBeVisible();
  await page.getByLabel('The code on the screen').fill('hello');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('A code has five letters')).toBeVisible();
});

test.describe('on a server without rooms', () => {
  test.use({ expectedErrors: /405/ });

  test('a class room is not to be had: each device goes to the step by itself', async ({
    page
  }) => {
    await page.goto(`${presentPath}#vienna`);
    await expect(text(page)).toHaveAttribute('data-step', 'vienna');
    await page.keyboard.press('c');
    const panel = page.getByRole('dialog', { name: 'The class follows' });
    await expect(panel).toContainText('served without a class room');
    await expect(panel).toContainText(`${storyPath}#vienna`);
  });
});
