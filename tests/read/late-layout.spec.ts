import type { Locator } from '@playwright/test';
import { steps, storyPath } from '../story-facts.ts';
import { expect, test } from '../story-test.ts';

/** Where each of the elements begins, px from the window's upper edge. */
function placesOf(elements: Locator): Promise<number[]> {
  return elements.evaluateAll((all) =>
    all.map((element) => Math.round(element.getBoundingClientRect().top))
  );
}

test.describe('with the map a picture', () => {
  test.use({ savesData: true });

  test('fonts that come after the page has started keep a deep link at its step', async ({
    page,
    reading
  }) => {
    const letFontsCome = await reading.holdBack(/\.woff2$/);
    await page.goto(`${storyPath}#shoigu`, { waitUntil: 'commit' });
    await reading.isAt('shoigu');
    const column = () =>
      reading.card('shoigu').evaluate((card) => card.closest('main')!.scrollHeight);
    const before = await column();
    letFontsCome();
    await expect.poll(column).not.toBe(before);
    await page.evaluate(() => document.fonts.ready);
    await reading.scrollRests();
    await reading.isAt('shoigu');
    await expect(reading.card('shoigu').getByRole('heading', { level: 3 })).toBeInViewport();
  });

  test('scripts that come late find a reader where they are', async ({ page, reading }) => {
    const letScriptsCome = await reading.holdBack(/\.js$/);
    await page.goto(storyPath, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    await expect(reading.stage).toHaveAttribute('data-map', 'static');
    await reading.isPainted();
    await reading
      .card(steps[9]!.id)
      .evaluate((card) => card.scrollIntoView({ behavior: 'instant' }));
    letScriptsCome();
    await reading.isAt(steps[9]!.id);
    await expect(reading.card(steps[9]!.id)).toBeInViewport();
  });
});

test('what is far out of view is not laid out, and nothing moves for it', async ({
  page,
  reading
}) => {
  await reading.open();
  const cards = page.locator('[data-step]');
  const laidOut = (card: Locator) =>
    card.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  const whole = await page.addStyleTag({
    content: '.group { content-visibility: visible !important }'
  });
  const off = (is: boolean) =>
    whole.evaluate((style, off) => void ((style as HTMLStyleElement).disabled = off), is);
  for (const width of [1000, 500, 1000]) {
    await off(true);
    await page.setViewportSize({ width, height: 600 });
    // The page is told of its new size with a frame; until then its heights are the old ones.
    await page.waitForFunction((width) => innerWidth === width, width);
    await reading.nextFrame();
    await expect.poll(() => laidOut(cards.last())).toBe(false);
    await expect.poll(() => laidOut(cards.first())).toBe(true);
    const before = await placesOf(cards);
    await off(false);
    expect(await laidOut(cards.last())).toBe(true);
    expect(await placesOf(cards)).toEqual(before);
  }
});

test('a reader who goes on has nothing measured anew', async ({ page, reading }) => {
  await reading.open(steps[4]!.id);
  const groups = page.locator('.group');
  await expect
    .poll(() => groups.last().getAttribute('style'))
    .toContain('content-visibility: auto');
  await groups.evaluateAll((all) => {
    const observer = new MutationObserver(() => document.body.setAttribute('data-anew', ''));
    for (const group of all) observer.observe(group, { attributeFilter: ['style'] });
  });
  for (const { id } of steps.slice(5, 8)) {
    await page.keyboard.press('ArrowRight');
    await reading.isAt(id);
    await reading.mapIsIdle();
  }
  await expect(page.locator('body')).not.toHaveAttribute('data-anew');
});
