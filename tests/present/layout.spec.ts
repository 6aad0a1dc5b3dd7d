import { asking, steps } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test, type PresentWindow } from './presenting.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Boxed {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What lies over the map, and what of the map it must not cover; px of the window. */
async function boxes(screen: PresentWindow): Promise<{ over: Boxed[]; under: Boxed[] }> {
  return screen.page.evaluate(() => {
    const boxed = (selector: string): Boxed[] =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const what = element.getAttribute('aria-label') ?? element.textContent!.trim().slice(0, 40);
        return { what, left, top, right, bottom };
      });
    interface Boxed {
      what: string;
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    return {
      over: boxed('article[data-step], section.key, [role="toolbar"]'),
      under: boxed('[data-map] .labels text, [data-map] button')
    };
  });
}

/** At one size every stop is looked at, at the others some. */
const sizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 }
];

for (const viewport of sizes) {
  test(`at ${viewport.width}×${viewport.height} the text covers nothing of the map and is all to be seen`, async ({
    projector: screen,
    page
  }) => {
    await page.setViewportSize(viewport);
    await screen.open(presentPath);
    const all = viewport.width === 1024;
    for (const [i, stop] of stopsOf(asking).entries()) {
      await screen.press(i === 0 ? 'Home' : 'ArrowRight');
      if (!all && i % 6 !== 4) continue;
      await screen.shows(...stop);
      await expect.poll(async () => (await screen.names()).length).toBeGreaterThan(0);
      const { over, under } = await boxes(screen);
      const covered = under.filter((mark) =>
        over.some(
          (box) =>
            mark.left < box.right - 1 &&
            box.left < mark.right - 1 &&
            mark.top < box.bottom - 1 &&
            box.top < mark.bottom - 1
        )
      );
      expect(covered, stop.join(' ')).toEqual([]);
      if (viewport.width >= 768) {
        const cut = await page.evaluate(() => {
          const said = document.querySelector('.said')!;
          return said.scrollHeight - said.clientHeight;
        });
        expect(cut, `px of ${stop.join(' ')} that are cut off`).toBeLessThanOrEqual(1);
      }
    }
    await screen.shows(steps.at(-1)!.id, 'end');
  });
}

test('what is written is large enough for the back row', async ({ projector: screen, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await screen.open(`${presentPath}#shoigu`);
  await screen.isAt('shoigu');
  const heightOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const scale =
          element instanceof SVGElement
            ? element.getBoundingClientRect().height / (element as SVGTextElement).getBBox().height
            : 1;
        return parseFloat(getComputedStyle(element).fontSize) * scale;
      });
  // Shares of the screen's height: a letter of a thirty-sixth is read from six times as far as it is high.
  expect(await heightOf('.slide')).toBeGreaterThan(768 / 36);
  expect(await heightOf('article h2')).toBeGreaterThan(768 / 26);
  expect(await heightOf('.labels .place')).toBeGreaterThan(768 / 50);
});
