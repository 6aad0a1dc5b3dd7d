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
 * Goes to stops in their order, each as `[step, face]`, and gives what is seen there. All of it runs in the page, where a
 * driver would need a dozen messages a stop.
 */
async function lookAt(stops: readonly (readonly [step: string, face: string])[]): Promise<Seen[]> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const named = () => {
    const { step, face } = document.querySelector<HTMLElement>('article[data-step]')!.dataset;
    return `${step} ${face}`;
  };
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => ({
      what: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40),
      box: element.getBoundingClientRect()
    }));
  const seen: Seen[] = [];
  for (const [step, face] of stops) {
    for (let frames = 0; named() !== `${step} ${face}`; frames++) {
      if (frames === 300) throw new Error(`expected to come to ${step} ${face}, got ${named()}`);
      // A step is met at its question; its answer, and the end, are a press away.
      if (named().startsWith(`${step} `)) {
        const press = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
        document.body.dispatchEvent(press);
      } else if (location.hash !== `#${step}`) location.hash = `#${step}`;
      await frame();
    }
    // The text is fitted to its box, and the names are laid out, after the stop has come.
    await frame();
    await frame();
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
    seen.push({
      stop: named(),
      names: document.querySelectorAll('[data-map] .labels text').length,
      covered: covered.map(({ what }) => what),
      cutPx: said.scrollHeight - said.clientHeight
    });
  }
  return seen;
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
      const looked = stops.filter(
        (_, i) => viewport.width === 1024 || i % 6 === 4 || i === stops.length - 1
      );
      const seen = await page.evaluate(lookAt, looked);
      expect(seen.map(({ stop }) => stop)).toEqual(looked.map((stop) => stop.join(' ')));
      for (const { stop, names, covered, cutPx } of seen) {
        // The one place that is asked for is not named.
        if (stop !== 'what-changed question') expect(names, `names at ${stop}`).toBeGreaterThan(0);
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
