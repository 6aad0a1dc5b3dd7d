import { asking, steps } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 } });

const stops = stopsOf(asking);

test('keys that come faster than flights end where they add up to, and the address with them', async ({
  projector: screen,
  page
}) => {
  await screen.open(presentPath);
  const length = await page.evaluate(() => history.length);
  for (let i = 0; i < 5; i++) await screen.press('ArrowRight');
  await screen.shows(...stops[5]!);
  await screen.addressIs(stops[5]![0]);
  // There and back while it still flies.
  for (const key of ['PageDown', 'PageDown', 'PageUp']) await screen.press(key);
  await screen.shows(...stops[6]!);
  // A key that is held down, until it is let go.
  for (let i = 0; i < 80; i++) await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await screen.shows(...stops.at(-1)!);
  await screen.press('Home');
  await screen.shows(...stops[0]!);
  await screen.addressIs(stops[0]![0]);
  expect(await page.evaluate(() => history.length), 'the history').toBe(length);
});

test('a flight passes between the steps', async ({ projector: screen, page }) => {
  await screen.open(`${presentPath}#velayati`);
  await screen.isAt('velayati');
  const seen = await page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('[data-map]')!;
    const positions: number[] = [];
    return new Promise<number[]>((resolve) => {
      new MutationObserver(() => {
        positions.push(Number(stage.dataset['position']));
        if (positions.at(-1) === 9) resolve(positions);
      }).observe(stage, { attributeFilter: ['data-position'] });
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    });
  });
  expect(seen.some((position) => position > 8.001 && position < 9)).toBe(true);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test.describe('without flights', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the keys are the screen’s: in full screen, after a dialog and after a click, and never lost', async ({
    projector: screen,
    page
  }) => {
    await screen.open(`${presentPath}#shoigu`);
    await screen.isAt('shoigu');
    await screen.hasKeys();

    await test.step('a dialog has the focus, and gives it back', async () => {
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
    });

    await test.step('those with Ctrl, Alt or Meta, and those typed into a field, are left alone', async () => {
      for (const key of ['Control+b', 'Alt+o', 'Meta+g']) await screen.press(key);
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      await expect(screen.blackness).toHaveCount(0);
      await screen.press('g');
      await page.keyboard.type('be');
      await expect(screen.goTo.getByRole('textbox')).toHaveValue('be');
      await expect(screen.blackness).toHaveCount(0);
      await screen.press('Escape');
      await expect(screen.goTo).toBeHidden();
    });

    await test.step('a click on a control does not take the space bar away', async () => {
      await page.mouse.move(300, 200);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await screen.isAt('port-calls');
      await screen.press(' ');
      await screen.shows('port-calls', 'whole');
      await screen.hasKeys();
    });

    await test.step('a clicker’s keys work in full screen', async () => {
      const fullScreen = () => page.evaluate(() => document.fullscreenElement !== null);
      await screen.press('Home');
      await screen.press('f');
      await expect.poll(fullScreen).toBe(true);
      await screen.press('PageDown');
      await screen.shows(...stops[1]!);
      await screen.press('PageUp');
      await screen.shows(...stops[0]!);
      await screen.press('f');
      await expect.poll(fullScreen).toBe(false);
    });
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

  test('the address leads to a step, and a reload before it has followed keeps the place', async ({
    projector: screen,
    page
  }) => {
    await screen.open(`${presentPath}#vienna`);
    await screen.shows('vienna', 'whole');
    await page.evaluate(() => (location.hash = '#israel'));
    await screen.shows('israel', 'question');
    for (let i = 0; i < 2; i++) await screen.press('ArrowRight');
    await screen.addressIs('gulf');
    await screen.shows('gulf', 'question');
    await page.evaluate(() => history.replaceState(history.state, '', '#israel'));
    await page.reload();
    await screen.ready();
    await screen.shows('gulf', 'question');
    await page.goto(`${presentPath}#nonsense`);
    await page.reload();
    await screen.ready();
    await expect(screen.stage).toHaveAttribute('data-position', /^\d+\.000$/);
  });
});
