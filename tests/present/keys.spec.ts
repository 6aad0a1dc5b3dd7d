import { asking, steps } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 } });

const stops = stopsOf(asking);

test('hammered keys end where they add up to', async ({ projector: screen }) => {
  await screen.open(presentPath);
  for (let i = 0; i < 9; i++) await screen.press('ArrowRight');
  await screen.shows(...stops[9]!);
  await screen.addressIs(stops[9]![0]);
  // There and back while it still flies.
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageUp']) await screen.press(key);
  const [step] = stops[12]!;
  const before = steps[steps.findIndex(({ id }) => id === step) - 1]!;
  await screen.shows(before.id, 'whole');
});

test('a key held down goes on until it is let go', async ({ projector: screen, page }) => {
  await screen.open(presentPath);
  for (let i = 0; i < 14; i++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await screen.shows(...stops[14]!);
  for (let i = 0; i < 300; i++) await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await screen.shows(...stops.at(-1)!);
  for (let i = 0; i < 300; i++) await page.keyboard.down('ArrowLeft');
  await page.keyboard.up('ArrowLeft');
  await screen.shows(...stops[0]!);
});

test('a flight passes between the steps, and another key cuts it short', async ({
  projector: screen,
  page
}) => {
  await screen.open(`${presentPath}#velayati`);
  await screen.isAt('velayati');
  await screen.press('ArrowRight');
  const position = async () => Number(await screen.stage.getAttribute('data-position'));
  await expect.poll(position, { intervals: [20] }).toBeGreaterThan(8.001);
  expect(await position()).toBeLessThan(9);
  const seen = await page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('[data-map]')!;
    const positions: number[] = [];
    new MutationObserver(() => positions.push(Number(stage.dataset.position))).observe(stage, {
      attributeFilter: ['data-position']
    });
    return new Promise<number[]>((resolve) => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
      setTimeout(() => resolve(positions), 1500);
    });
  });
  // It turns round where it is, and does not jump to the far end first.
  expect(Math.max(...seen)).toBeLessThan(9);
  await screen.shows('velayati', 'whole');
});

test('a clicker’s keys work in full screen', async ({ projector: screen, page }) => {
  await screen.open(presentPath);
  const fullScreen = () => page.evaluate(() => document.fullscreenElement !== null);
  await screen.press('f');
  await expect.poll(fullScreen).toBe(true);
  await screen.press('PageDown');
  await screen.shows(...stops[1]!);
  await screen.press('PageUp');
  await screen.shows(...stops[0]!);
  await screen.press('f');
  await expect.poll(fullScreen).toBe(false);
});

test('the focus is never lost', async ({ projector: screen, page }) => {
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  await screen.hasKeys();
  for (const [key, dialog] of [
    ['o', screen.overview],
    ['Escape', screen.overview],
    ['g', screen.goTo],
    ['?', screen.help]
  ] as const) {
    await screen.press(key);
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus')).toHaveCount(1);
    await screen.press('Escape');
    await expect(dialog).toBeHidden();
    await screen.hasKeys();
  }
  await screen.press('b');
  await screen.press('b');
  await screen.hasKeys();
  // A click on a control does not take the space bar away.
  await page.mouse.move(300, 200);
  await page.getByRole('button', { name: 'On', exact: true }).click();
  await screen.isAt('port-calls');
  await screen.press(' ');
  await screen.shows('port-calls', 'whole');
  await screen.hasKeys();
});

test('keys with Ctrl, Alt or Meta, and those typed into a field, are left alone', async ({
  projector: screen,
  page
}) => {
  await screen.open(`${presentPath}#shoigu`);
  for (const key of ['Control+b', 'Alt+o', 'Meta+g', 'd']) await screen.press(key);
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await expect(screen.blackness).toHaveCount(0);
  await screen.press('g');
  await page.keyboard.type('be');
  await expect(screen.goTo.getByRole('textbox')).toHaveValue('be');
  await expect(screen.blackness).toHaveCount(0);
});

test('the overview’s arrows go by rows and sections', async ({ projector: screen, page }) => {
  await screen.open(`${presentPath}#theatre`);
  await screen.press('o');
  const focused = screen.overview.locator(':focus');
  const box = async () => (await focused.boundingBox())!;
  const first = await box();
  await screen.press('ArrowDown');
  const below = await box();
  expect(below.y).toBeGreaterThan(first.y);
  expect(Math.abs(below.x - first.x)).toBeLessThan(first.width / 2);
  await screen.press('End');
  await expect(focused).toContainText(steps.at(-1)!.title);
  await screen.press('ArrowUp');
  await screen.press('Home');
  await expect(focused).toContainText(steps[0]!.title);
  await page.getByRole('button', { name: new RegExp(steps[2]!.title) }).click();
  await screen.isAt(steps[2]!.id);
});

test('a swipe goes on and back', async ({ projector: screen, page }) => {
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  const swipe = (from: number, to: number) =>
    page.evaluate(
      ([startX, endX]) => {
        const main = document.querySelector('main')!;
        const touch = (type: string, clientX: number) =>
          main.dispatchEvent(
            new PointerEvent(type, {
              pointerType: 'touch',
              pointerId: 5,
              clientX: clientX!,
              clientY: 150,
              bubbles: true
            })
          );
        touch('pointerdown', startX!);
        touch('pointerup', endX!);
      },
      [from, to]
    );
  await swipe(400, 250);
  await screen.isAt('port-calls');
  await swipe(250, 400);
  await screen.shows('shoigu', 'whole');
  await swipe(250, 255);
  await screen.shows('shoigu', 'whole');
});

test('the address leads to a step, follows it, and fills no history', async ({
  projector: screen,
  page
}) => {
  await screen.open(`${presentPath}#vienna`);
  await screen.shows('vienna', 'whole');
  const length = await page.evaluate(() => history.length);
  await screen.press('ArrowRight');
  await screen.addressIs('embargo');
  await screen.press('ArrowRight');
  await screen.press('ArrowRight');
  await screen.addressIs('no-alliance');
  expect(await page.evaluate(() => history.length)).toBe(length);
  await page.evaluate(() => (location.hash = '#israel'));
  await screen.isAt('israel');
  await page.goto(`${presentPath}#nonsense`);
  await page.reload();
  await screen.ready();
  await expect(screen.stage).toHaveAttribute('data-position', /^\d+\.000$/);
});

test('a reload before the address has followed keeps the place', async ({
  projector: screen,
  page
}) => {
  await screen.open(`${presentPath}#shoigu`);
  await screen.press('ArrowRight');
  await screen.addressIs('port-calls');
  await screen.shows('port-calls', 'question');
  await page.evaluate(() => history.replaceState(history.state, '', '#shoigu'));
  await page.reload();
  await screen.ready();
  await screen.shows('port-calls', 'question');
});
