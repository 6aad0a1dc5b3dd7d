import { asking, steps } from '../story-facts.ts';
import { expect, PresentWindow, presentPath, stopsOf, test, type Face } from './presenting.ts';

test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } });

test('a whole lesson in two windows, which agree wherever either leads', async ({
  projector: screen,
  context,
  another
}) => {
  const stops = stopsOf(asking);
  await screen.open(presentPath);
  await screen.shows(...stops[0]!);
  const popup = context.waitForEvent('page');
  await screen.press('s');
  let speaker = new PresentWindow(await popup);
  await speaker.ready();
  await expect(speaker.page.getByText('In step with the screen')).toBeVisible();

  const agree = async (step: string, face: Face) => {
    await screen.shows(step, face);
    await speaker.isAt(step);
  };

  await test.step('forward, from either window and by every key', async () => {
    for (const [i, stop] of stops.slice(1, 7).entries()) {
      const hand = i % 2 === 0 ? screen : speaker;
      await hand.press(['ArrowRight', 'PageDown', ' '][i % 3]!);
      await agree(...stop);
    }
  });

  await test.step('to the end, and back', async () => {
    await screen.press('End');
    await agree(...stops.at(-1)!);
    await speaker.press('PageUp');
    await agree(steps.at(-1)!.id, 'whole');
    await screen.press('ArrowLeft');
    await agree(steps.at(-1)!.id, 'question');
    await screen.press('Shift+Space');
    await agree(steps.at(-2)!.id, 'whole');
    await screen.press('Home');
    await agree(...stops[0]!);
  });

  await test.step('a jump by name, by number and from the speaker’s window', async () => {
    await screen.press('g');
    await screen.page.keyboard.type('journey den');
    await screen.press('Enter');
    await agree('journey-denied', 'question');
    await screen.hasKeys();
    // Back, too, a step opens on its question.
    for (const [number, face] of [
      [3, 'question'],
      [7, 'whole']
    ] as const) {
      await speaker.press('g');
      await speaker.page.keyboard.type(String(number));
      await speaker.press('Enter');
      await agree(steps[number - 1]!.id, face);
    }
  });

  await test.step('the overview', async () => {
    await screen.press('o');
    await expect(screen.overview).toBeVisible();
    await expect(screen.overview.locator(':focus')).toHaveText(new RegExp(`7 ${steps[6]!.title}`));
    await screen.press('ArrowRight');
    await screen.press('ArrowRight');
    await screen.press('Enter');
    await expect(screen.overview).toBeHidden();
    await agree(steps[8]!.id, 'whole');
    await screen.hasKeys();
  });

  await test.step('black', async () => {
    await speaker.press('b');
    await expect(screen.blackness).toBeVisible();
    await expect(speaker.page.getByText('The screen is black')).toBeVisible();
    await screen.press('.');
    await expect(screen.blackness).toBeHidden();
    await expect(speaker.page.getByText('The screen is black')).toBeHidden();
  });

  await test.step('the projector is reloaded mid-way', async () => {
    await screen.press('g');
    await screen.page.keyboard.type('The obvious');
    await screen.press('Enter');
    await screen.press('ArrowRight');
    await agree('obvious-choice', 'whole');
    await screen.page.reload();
    await screen.ready();
    await agree('obvious-choice', 'whole');
    await speaker.press('ArrowRight');
    await agree('syria', 'question');
  });

  await test.step('the speaker’s window is closed, and opened again', async () => {
    await speaker.page.close();
    await expect(screen.page.getByText('The speaker’s window is gone')).toBeAttached();
    await screen.press('ArrowRight');
    await screen.press('ArrowRight');
    const again = context.waitForEvent('page');
    // A browser may know a window by its name for a moment after it has closed.
    await expect(async () => {
      await screen.press('s');
      await expect.poll(() => context.pages().length, { timeout: 1000 }).toBe(2);
    }).toPass();
    speaker = new PresentWindow(await again);
    await speaker.ready();
    await agree('ties-held', 'question');
    await speaker.press('ArrowRight');
    await agree('ties-held', 'whole');
  });

  await test.step('the screen is closed, the speaker goes on, the screen comes back', async () => {
    await screen.page.close();
    await expect(speaker.page.getByText('The screen is gone')).toBeVisible();
    await speaker.press('ArrowRight');
    await speaker.isAt('vienna');
    const href = await speaker.page
      .getByRole('link', { name: 'Open the screen' })
      .getAttribute('href');
    const back = await another(new URL(href!, speaker.page.url()).href);
    await back.shows('vienna', 'whole');
    await expect(speaker.page.getByText('In step with the screen')).toBeVisible();
  });
});
