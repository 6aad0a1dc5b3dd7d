import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measureLoad, type LoadOptions, type MeasuredPage } from './measure-load.ts';
import {
  heapBytes,
  measureScroll,
  scrollPage,
  stepPx,
  untilServerQuiet
} from './measure-scroll.ts';

/** How many steps the measured scroll passes, in every story. */
const stepsScrolled = 18;

/**
 * Loads a generated story and scrolls over some of its steps, from a third of the way on: there a story of any
 * length shows as much on the map. `site` is the folder that its server serves.
 */
export async function measureGrowth(
  measured: MeasuredPage,
  options: LoadOptions,
  site: string,
  onLong: (text: string) => void
): Promise<Record<string, number>> {
  const html = readFileSync(join(site, measured.path, 'index.html'));
  const { page, figures, close } = await measureLoad(measured, options);
  try {
    await untilServerQuiet(measured.server);
    const heapAtRest = await heapBytes(page);
    const { fromPx, toPx } = await page.evaluate((passed) => {
      const cards = [...document.querySelectorAll('[data-step]')];
      const first = Math.min(Math.floor(cards.length / 3), cards.length - passed - 1);
      const topOf = (card: Element) => Math.round(card.getBoundingClientRect().top + scrollY);
      return { fromPx: topOf(cards[first]!), toPx: topOf(cards[first + passed]!) };
    }, stepsScrolled);
    // The jump to the middle of a long story costs once; it is no part of the scroll.
    await scrollPage(page, { fromPx: fromPx - 20 * stepPx, toPx: fromPx, stepPx });
    const scrolled = await measureScroll(page, { fromPx, toPx, stepPx }, onLong);
    return {
      'page, kB': html.length / 1000,
      'page, kB gzip': gzipSync(html).length / 1000,
      'first contentful paint, ms': figures['first contentful paint, ms']!,
      'total blocking time, ms': figures['total blocking time, ms']!,
      'longest task, ms': figures['longest task, ms']!,
      'map idle, ms': figures['map idle, ms']!,
      'heap at rest, MB': heapAtRest / 1e6,
      ...scrolled,
      'heap after the scroll, MB': (await heapBytes(page)) / 1e6
    };
  } finally {
    await close();
  }
}
