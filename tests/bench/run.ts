// Measures the reading page beside others made of the same story: npm run bench -- --help
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { parseStory } from '../../src/lib/story/parse-story.ts';
import { readStoryFolder, readWorld } from '../../src/cli/read-stories.ts';
import { browserArgs } from '../browser-args.ts';
import { findBrowser } from '../find-browser.ts';
import { machine } from '../this-machine.ts';
import { buildPages, buildSite } from './build-site.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureLoad, untilMark } from './measure-load.ts';
import { heapBytes, measureScroll, scrollPage, untilServerQuiet } from './measure-scroll.ts';
import { figuresOf, tableOf, type Figure } from './numbers.ts';
import { help, readOptions, type BenchOptions, type Variant } from './options.ts';
import { pagePaths, writePages } from './page-files.ts';
import { recordCourse } from './record-course.ts';
import { compressFolder, serveFolder, type FolderServer } from './serve-folder.ts';
import { taskTimes } from './task-times.ts';

const root = resolve(import.meta.dirname, '../..');
const out = 'build-bench';

type Samples = Partial<Record<Variant, Record<string, number>[]>>;

interface Bench {
  readonly options: BenchOptions;
  readonly browser: Browser;
  readonly server: FolderServer;
  readonly pathOf: (variant: Variant) => string;
}

/** Loads each page in turn, as often as asked: a machine that slows down slows all of them. */
async function compareLoads(bench: Bench, cpu: number): Promise<Samples> {
  const { options, browser, server, pathOf } = bench;
  return inTurn(options, async (variant) => {
    const { size } = options;
    const map = variant !== 'plain';
    const loaded = await measureLoad({ browser, server, path: pathOf(variant), size, cpu, map });
    await loaded.close();
    return loaded.figures;
  });
}

/**
 * Scrolls each page in turn once down, measured, and four times more, for what stays in memory; and all that anew
 * in a browser that compiles nothing, where what grows is what the page itself keeps.
 */
async function compareScrolls(bench: Bench): Promise<Samples> {
  const interpreter = await launch(['--js-flags=--no-sparkplug --no-maglev --no-turbofan']);
  try {
    return await inTurn(bench.options, async (variant) => {
      const { figures, once, often } = await scrollOften(bench, bench.browser, variant, (text) =>
        note(`${variant}: ${text}`)
      );
      const longestMs = await longestTask(bench, variant);
      // As slowly the first time: what a quick pass does not touch would come in the next, and count as kept.
      const kept = await scrollOften(bench, interpreter, variant, () => {});
      return {
        ...figures,
        'longest task, CPU ms': longestMs,
        'heap after one pass, MB': once / 1e6,
        'heap after five, MB': often / 1e6,
        'heap after five to one': often / once,
        'without compiled code, after one, MB': kept.once / 1e6,
        'without compiled code, after five, MB': kept.often / 1e6,
        'without compiled code, five to one': kept.often / kept.once
      };
    });
  } finally {
    await interpreter.close();
  }
}

/** Loads a page, to be scrolled through from its beginning to its end. */
async function openForScroll(
  { options, server, pathOf }: Bench,
  browser: Browser,
  variant: Variant
) {
  const { size, stepPx } = options;
  const map = variant !== 'plain';
  const path = pathOf(variant);
  const { page, close } = await measureLoad({ browser, server, path, size, cpu: 1, map });
  if (variant === 'bare' || variant === 'observer') await page.evaluate(untilMark, 'page-ready');
  await untilServerQuiet(server);
  const toPx = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  return { page, close, down: { fromPx: 0, toPx, stepPx } };
}

/**
 * How long the processor was at the longest task of a first pass, ms. On a page of its own: tracing takes time itself.
 */
async function longestTask(bench: Bench, variant: Variant): Promise<number> {
  const { page, close, down } = await openForScroll(bench, bench.browser, variant);
  const times = await taskTimes(page, () => scrollPage(page, down));
  await close();
  return Math.max(0, ...times);
}

/** What a first pass through a page costs; and the heap after it and after four more, bytes. */
async function scrollOften(
  bench: Bench,
  browser: Browser,
  variant: Variant,
  onLong: (text: string) => void
): Promise<{ figures: Record<string, number>; once: number; often: number }> {
  const { page, close, down } = await openForScroll(bench, browser, variant);
  const figures = await measureScroll(page, down, onLong);
  const { toPx } = down;
  const quick = { stepPx: down.stepPx * 12 };
  const again = async () => {
    await scrollPage(page, { ...quick, fromPx: toPx, toPx: 0 });
    await scrollPage(page, { ...quick, fromPx: 0, toPx });
  };
  await again();
  const once = await heapBytes(page);
  for (let pass = 0; pass < 4; pass++) await again();
  const often = await heapBytes(page);
  await close();
  return { figures, once, often };
}

async function inTurn(
  { runs, variants }: BenchOptions,
  measure: (variant: Variant) => Promise<Record<string, number>>
): Promise<Samples> {
  const samples: Samples = {};
  for (let run = 0; run < runs; run++) {
    for (const variant of variants) {
      note(`${variant}, run ${run + 1} of ${runs}`);
      (samples[variant] ??= []).push(await measure(variant));
    }
  }
  return samples;
}

function report(title: string, samples: Samples): Record<string, Record<string, Figure>> {
  const columns = Object.fromEntries(
    Object.entries(samples).map(([variant, list]) => [variant, figuresOf(list)])
  );
  console.log(`\n${tableOf(title, columns, 'fulcrum')}`);
  return columns;
}

/** Builds the site, and beside it the pages that it is compared with. */
async function prepare(browser: Browser, options: BenchOptions): Promise<Bench> {
  const directory = join(root, out);
  if (options.build) {
    note('building');
    buildSite({ out, stories: 'src/stories' });
    await buildPages(out);
  }
  const server = await serveFolder(directory);
  const story = parseStory(readStoryFolder(join(root, 'src/stories', options.story)), readWorld());
  const path = `/${options.story}/`;
  note('recording the camera');
  const { page, close } = await measureLoad({
    browser,
    server,
    path,
    size: options.size,
    cpu: 1,
    map: true
  });
  const { course, plate } = await recordCourse(page, story, options.stepPx);
  await close();
  writeFileSync(join(directory, 'bench/course.json'), JSON.stringify(course));
  const [camera] = course.cameras;
  await writePages(browser, directory, options.story, {
    geoBase: '/geo',
    course: '/bench/course.json',
    camera: camera!,
    plate
  });
  compressFolder(directory);
  server.close();
  return {
    options,
    browser,
    server: await serveFolder(directory),
    pathOf: (variant) => (variant === 'fulcrum' ? path : pagePaths[variant])
  };
}

function launch(args: readonly string[] = []): Promise<Browser> {
  const { path } = findBrowser(machine);
  return chromium.launch({ executablePath: path, args: [...browserArgs, ...args] });
}

function note(text: string): void {
  console.error(`  ${text}`);
}

async function main(options: BenchOptions): Promise<void> {
  const browser = await launch();
  const results: Record<string, unknown> = {
    commit: spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Chromium ${browser.version()}, software WebGL`,
    load: loadavg()[0],
    options
  };
  try {
    if (options.parts.some((part) => part !== 'growth')) {
      const bench = await prepare(browser, options);
      for (const cpu of options.parts.includes('load') ? options.cpu : []) {
        results[`load at ${cpu}×`] = report(`load at ${cpu}× CPU`, await compareLoads(bench, cpu));
      }
      if (options.parts.includes('scroll')) {
        results['scroll'] = report('scroll', await compareScrolls(bench));
      }
      bench.server.close();
    }
    if (options.parts.includes('growth')) {
      const columns = await measureGrowth(browser, options, note);
      console.log(`\n${tableOf('growth', columns, Object.keys(columns)[0]!, true)}`);
      results['growth'] = columns;
    }
  } finally {
    await browser.close();
    mkdirSync(dirname(resolve(root, options.out)), { recursive: true });
    writeFileSync(resolve(root, options.out), `${JSON.stringify(results, null, 2)}\n`);
    note(`written to ${options.out}`);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(help);
  else await main(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
