import { asking } from '../story-facts.ts';
import { expect, presentPath, stopsOf, test } from './presenting.ts';

test.use({
  savesData: false,
  withoutMapData: true,
  contextOptions: { reducedMotion: 'reduce' }
});

const stops = stopsOf(asking);

/** At one size every stop is looked at, at the others some. */
const sizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 }
];

interface Seen {
  /** The stop, as the screen names it: `shoigu whole`. */
  readonly stop: string;
  readonly names: number;
  /** What of the map lies under text, key or controls. */
  readonly covered: readonly string[];
  /** How much of the text its box cuts off, px. */
  readonly cutPx: number;
}

/**
 * Goes through the story from its first stop to its last, and gives what is seen at the stops of these indexes, with
 * the last stop behind them. All of it runs in the page, where a driver would need a dozen messages a stop.
 */
async function goThrough([count, looked]: readonly [
  count: number,
  looked: readonly number[]
]): Promise<Seen[]> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const article = () => document.querySelector<HTMLElement>('article[data-step]')!;
  const named = () => `${article().dataset['step']} ${article().dataset['face']}`;
  const press = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      what: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40),
      box: element.getBoundingClientRect()
    }));
  const look = (): Seen => {
    const over = boxes('article[data-step], section.key, [role="toolbar"]');
    const covered = boxes('[data-map] .labels text, [data-map] button').filter(({ box: mark }) =>
      over.some(
        ({ box }) =>
          mark.left < box.right - 1 &&
          box.left < mark.right - 1 &&
          mark.top < box.bottom - 1 &&
          box.top < mark.bottom - 1
      )
    );
    const said = document.querySelector('.said')!;
    return {
      stop: named(),
      names: document.querySelectorAll('[data-map] .labels text').length,
      covered: covered.map(({ what }) => what),
      cutPx: said.scrollHeight - said.clientHeight
    };
  };
  const seen: Seen[] = [];
  for (let i = 0; i < count; i++) {
    const before = named();
    press(i === 0 ? 'Home' : 'ArrowRight');
    for (let frames = 0; i > 0 && named() === before; frames++) {
      if (frames === 300) throw new Error(`expected a press to lead on from ${before}`);
      await frame();
    }
    if (!looked.includes(i)) continue;
    // The text is fitted to its box, and the names are laid out, after the stop has come.
    await frame();
    await frame();
    seen.push(look());
  }
  return [...seen, look()];
}

test('at every size the text covers nothing of the map and is all to be seen', async ({
  projector: screen,
  page
}) => {
  await screen.open(presentPath);
  for (const viewport of sizes) {
    await test.step(`${viewport.width}×${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await screen.press('Home');
      await screen.shows(...stops[0]!);
      await expect.poll(async () => (await screen.names()).length).toBeGreaterThan(0);
      const looked = stops.flatMap((_, i) => (viewport.width === 1024 || i % 6 === 4 ? [i] : []));
      const seen = await page.evaluate(goThrough, [stops.length, looked] as const);
      const last = seen.pop()!;
      expect(seen.map(({ stop }) => stop)).toEqual(looked.map((i) => stops[i]!.join(' ')));
      expect(last.stop).toBe(stops.at(-1)!.join(' '));
      for (const { stop, names, covered, cutPx } of seen) {
        expect(names, `names at ${stop}`).toBeGreaterThan(0);
        expect(covered, stop).toEqual([]);
        if (viewport.width >= 768) {
          expect(cutPx, `px of ${stop} that are cut off`).toBeLessThanOrEqual(1);
        }
      }
    });
  }
});

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
