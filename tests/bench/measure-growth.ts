import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { readStoryFolder, readWorld } from '../../src/cli/read-stories.ts';
import { parseStory } from '../../src/lib/story/parse-story.ts';
import { buildSite } from './build-site.ts';
import { writeStory } from './generate-story.ts';
import { measureLoad } from './measure-load.ts';
import { heapBytes, measureScroll, scrollPage, untilServerQuiet } from './measure-scroll.ts';
import { figuresOf, type Figure } from './numbers.ts';
import type { BenchOptions } from './options.ts';
import { serveFolder } from './serve-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** How many steps the measured scroll passes, in every story. */
const stepsScrolled = 18;

/**
 * Builds and reads stories of growing size. Only each story's reading page is built, and none of its
 * pictures: with thousands of steps these take their time one by one, and no reader loads more than one.
 * All are scrolled over as many steps, from a third of the way on, where each shows as much.
 */
export async function measureGrowth(
  browser: Browser,
  options: BenchOptions,
  note: (text: string) => void
): Promise<Record<string, Record<string, Figure>>> {
  const world = readWorld();
  const columns: Record<string, Record<string, Figure>> = {};
  const sites: { name: string; out: string; slug: string; still: Record<string, number> }[] = [];
  for (const [steps, events] of options.growth) {
    const stories = mkdtempSync(join(tmpdir(), 'fulcrum-growth-'));
    try {
      const slug = writeStory(stories, steps, events, world);
      const out = `build-bench-${steps}-${events}`;
      note(`${slug}: parsing and building`);
      const start = performance.now();
      parseStory(readStoryFolder(join(stories, slug)), world);
      const parsed = performance.now() - start;
      const built = options.build
        ? { 'build, ms': buildSite({ out, stories, pages: [`/${slug}/`] }) }
        : {};
      const html = readFileSync(join(root, out, slug, 'index.html'));
      sites.push({
        name: `${steps} steps, ${events} events`,
        out,
        slug,
        still: {
          'parse, ms': parsed,
          ...built,
          'page, kB': html.length / 1000,
          'page, kB gzip': gzipSync(html).length / 1000
        }
      });
    } finally {
      rmSync(stories, { recursive: true });
    }
  }
  const samples: Record<string, Record<string, number>[]> = {};
  for (let run = 0; run < options.runs; run++) {
    for (const { name, out, slug, still } of sites) {
      note(`${name}, run ${run + 1} of ${options.runs}`);
      (samples[name] ??= []).push({
        ...still,
        ...(await readStory(browser, options, join(root, out), slug, (text) =>
          note(`${name}: ${text}`)
        ))
      });
    }
  }
  for (const [name, list] of Object.entries(samples)) columns[name] = figuresOf(list);
  return columns;
}

async function readStory(
  browser: Browser,
  { size, stepPx }: BenchOptions,
  directory: string,
  slug: string,
  onLong: (text: string) => void
): Promise<Record<string, number>> {
  const server = await serveFolder(directory);
  const path = `/${slug}/`;
  const { page, figures, close } = await measureLoad({
    browser,
    server,
    path,
    size,
    cpu: 1,
    map: true
  });
  try {
    await untilServerQuiet(server);
    const heap = await heapBytes(page);
    const { fromPx, toPx } = await page.evaluate((passed) => {
      const cards = [...document.querySelectorAll('[data-step]')];
      const first = Math.min(Math.floor(cards.length / 3), cards.length - passed - 1);
      const topOf = (card: Element) => Math.round(card.getBoundingClientRect().top + scrollY);
      return { fromPx: topOf(cards[first]!), toPx: topOf(cards[first + passed]!) };
    }, stepsScrolled);
    // Once to come there, which any page pays for once.
    await scrollPage(page, { fromPx: fromPx - 20 * stepPx, toPx: fromPx, stepPx });
    const scrolled = await measureScroll(page, { fromPx, toPx, stepPx }, onLong);
    return {
      'first contentful paint, ms': figures['first contentful paint, ms']!,
      'map idle, ms': figures['map idle, ms']!,
      'heap at rest, MB': heap / 1e6,
      'heap after the scroll, MB': (await heapBytes(page)) / 1e6,
      ...scrolled
    };
  } finally {
    await close();
    server.close();
  }
}
