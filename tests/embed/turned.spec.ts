import { steps, storyPath } from '../story-facts.ts';
import { colourCount } from '../same-picture.ts';
import { Embedded, expect, rests, test } from './embed-test.ts';
import { layoutShift } from '../browser/layout-shift.ts';
import { articleWith } from './host-pages.ts';
import { snippet } from './snippets.ts';

const sizes = [
  [280, 360],
  [320, 480],
  [600, 400],
  [1200, 700]
] as const;

test.describe('without the map', () => {
  test.use({ savesData: true });

  test('at every size all pages of the story are shown, and nothing scrolls or is cut', async ({
    page
  }) => {
    const on = page.getByRole('button', { name: /^Next (passage|page of this passage)$/ });
    const article = page.locator('article[data-step]');
    for (const [width, height] of sizes) {
      await test.step(`${width}×${height}`, async () => {
        await page.setViewportSize({ width, height });
        await page.goto(`${storyPath}embed/`);
        // The page's script has taken over.
        await expect(page.getByRole('button', { name: 'Load the map' })).toBeVisible();
        // Pressed in the page itself: small frames have many pages.
        const read = await page.evaluate(async () => {
          const seen: string[] = [];
          const next = () =>
            document.querySelector<HTMLButtonElement>('.turn button:last-of-type:not(:disabled)');
          for (let button = next(); button && seen.length < 400; button = next()) {
            seen.push(document.querySelector<HTMLElement>('article')!.dataset['step']!);
            button.click();
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          return [...new Set(seen)];
        });
        expect(read.slice(0, steps.length - 1)).toEqual(steps.slice(0, -1).map(({ id }) => id));
        await expect(article).toHaveAttribute('data-step', steps.at(-1)!.id);
        // Each page of a passage's text is inside its box, line by line.
        const cut = await article.evaluate((element) => {
          const box = element.getBoundingClientRect();
          return [...element.querySelectorAll('.prose p, h2, summary')].flatMap((text) =>
            [...text.getClientRects()].filter(
              ({ top, bottom }) => top < box.top - 1 || bottom > box.bottom + 1
            )
          ).length;
        });
        expect(cut).toBe(0);
        const scrollable = await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
            .filter((each) => each.scrollHeight > each.clientHeight + 1)
            .map((each) => each.className)
        );
        expect(scrollable).toEqual([]);
        for (const control of [page.getByRole('link', { name: 'Open full story' }), on]) {
          await expect(control).toBeInViewport({ ratio: 1 });
        }
      });
    }
  });

  test('an event’s details fit the smallest frame', async ({ page }) => {
    await page.setViewportSize({ width: 280, height: 360 });
    await page.goto(`${storyPath}embed/journey-denied/`);
    const badge = page.getByRole('button', { name: /^Visit, disputed/ }).first();
    await badge.press('Enter');
    const detail = page.getByRole('group', { name: 'About this event' });
    await expect(detail).toContainText('Disputed');
    expect(
      await detail.evaluate((element) => element.scrollHeight - element.clientHeight)
    ).toBeLessThanOrEqual(1);
    await expect(detail.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  });

  test('a step alone has its map all around a card that is no taller than its text', async ({
    page
  }) => {
    for (const [width, height, beside] of [
      [1366, 768, true],
      [640, 480, true],
      [640, 640, false],
      [320, 480, false]
    ] as const) {
      await test.step(`${width}×${height}`, async () => {
        await page.setViewportSize({ width, height });
        await page.goto(`${storyPath}embed/vienna/`);
        await expect(page.getByRole('button', { name: 'Load the map' })).toBeVisible();
        const map = (await page.getByRole('region', { name: 'Map' }).boundingBox())!;
        const text = (await page.locator('article[data-step]').boundingBox())!;
        const link = (await page.getByRole('link', { name: 'Open full story' }).boundingBox())!;
        expect(link.y + link.height).toBeLessThanOrEqual(height);
        expect(link.x + link.width).toBeLessThanOrEqual(beside ? text.x + text.width : width);
        if (beside) expect(map).toEqual({ x: 0, y: 0, width, height });
        else expect(map.height).toBeGreaterThan(height * 0.4);
      });
    }
  });

  test('wheel and touch over the frame are the page’s; keys and swipes turn', async ({
    page,
    site,
    serve
  }) => {
    await page.goto(`${await serve({ '/': articleWith(snippet(site, 'paged')) })}/`);
    const embedded = await Embedded.in(page);
    await embedded.isTurned();
    const box = (await embedded.element.boundingBox())!;
    const start = await page.evaluate(() => scrollY);
    await page.mouse.move(480, Math.max(80, box.y + 40));
    const scrolled = () => page.evaluate(() => scrollY);
    // Over a frame that has only just come Chromium loses a turn of the wheel: it is turned until one is taken.
    await expect
      .poll(async () => {
        if ((await scrolled()) === start) await page.mouse.wheel(0, 200);
        await rests(page);
        return scrolled();
      })
      .toBe(start + 200);
    expect(await embedded.scrolled()).toBe(0);

    const count = embedded.frame.locator('.count');
    await embedded.frame.getByRole('heading', { level: 2 }).click();
    await expect(count).toContainText('1 of 30');
    const step = embedded.frame.locator('article[data-step]');
    for (let presses = 0; (await step.getAttribute('data-step')) !== steps[1]!.id; presses++) {
      expect(presses).toBeLessThan(8);
      await page.keyboard.press('ArrowRight');
    }
    await expect(embedded.stage).toHaveAttribute('data-position', '1.000');
    await embedded.frame.locator('article').evaluate((passage) => {
      const touch = { pointerType: 'touch', pointerId: 7, bubbles: true, clientY: 200 };
      passage.dispatchEvent(new PointerEvent('pointerdown', { ...touch, clientX: 100 }));
      passage.dispatchEvent(new PointerEvent('pointerup', { ...touch, clientX: 220 }));
    });
    await expect(step).toHaveAttribute('data-step', steps[0]!.id);
    expect(await layoutShift(page)).toBe(0);
  });

  test('a step alone shows no other, in the theme and with the certainties of its address', async ({
    page
  }) => {
    await page.goto(`${storyPath}embed/shoigu/?theme=dark&certainty=disputed&foo=bar`);
    // The flat article gives way once the page takes part.
    await expect(page.locator('[data-step]')).toHaveCount(1);
    await expect(page.locator('[data-step]')).toHaveAttribute('data-step', 'shoigu');
    await expect(page.locator('[data-map]')).toHaveAttribute('data-position', '6.000');
    await expect(page.getByRole('button', { name: 'Next passage' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Visit, confirmed/ })).toHaveCount(0);
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe('rgb(22, 24, 26)');
    await page.goto(`${storyPath}embed/shoigu/?theme=nonsense`);
    await expect(page.getByRole('button', { name: /^Visit, confirmed/ })).toHaveCount(1);
    expect(await paper()).toBe('rgb(251, 249, 244)');
  });
});

test('in a frame that may run scripts and no more, the map is drawn, and there is no storage to miss', async ({
  page,
  site,
  serve
}) => {
  const code = snippet(site, 'paged', 'shoigu').replace(
    /sandbox="[^"]*"/,
    'sandbox="allow-scripts"'
  );
  await page.goto(`${await serve({ '/': articleWith(code) })}/`);
  const embedded = await Embedded.in(page);
  await expect(embedded.stage).toHaveAttribute('data-map', 'idle', { timeout: 60_000 });
  const refused = await embedded.frame.evaluate(() => {
    try {
      return typeof localStorage;
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe('SecurityError');
  expect(await colourCount(await embedded.element.screenshot())).toBeGreaterThan(100);
});

test.describe('where no script may run', () => {
  test.use({ expectedErrors: /Blocked script execution/ });

  test('the frame holds the whole story with its pictures, and its links lead outside', async ({
    page,
    site,
    serve
  }) => {
    await page.goto(`${await serve({ '/': articleWith(snippet(site, 'static')) })}/`);
    const embedded = await Embedded.in(page);
    for (const { id, title } of steps.filter((_, i) => i % 7 === 0)) {
      const card = embedded.frame.locator(`.flat [data-step="${id}"]`);
      await expect(card.getByRole('heading', { name: title })).toBeVisible();
      await expect(card.getByRole('img', { name: /^Map/ })).toBeVisible();
    }
    await expect(embedded.frame.getByRole('button')).toHaveCount(0);
    const source = embedded.frame.locator('li[id^="source-"] a[href^="http"]').first();
    await expect(source).toHaveAttribute('target', '_blank');
    await expect(source).toHaveAttribute('rel', 'noopener');
  });
});
