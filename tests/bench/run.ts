// Measures the reading page beside baselines made of the same story: npm run bench -- --help
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { parseStory } from '../../src/lib/parse/parse-story.ts';
import { groundFiles } from '../../src/lib/plate/ground-files.ts';
import { readStoryFolder, readWorld } from '../../src/cli/read-stories.ts';
import { browserArgs } from '../browser-args.ts';
import { findBrowser } from '../find-browser.ts';
import { machine } from '../this-machine.ts';
import { writeBaselinePages } from './baseline-pages.ts';
import {
  buildBaselineScripts,
  buildSite,
  checkOut,
  otherTree,
  root,
  storySlug,
  workingTree
} from './site-build.ts';
import { measureLoad, type LoadOptions } from './measure-load.ts';
import {
  measureLoads,
  measureScrolls,
  measureStories,
  readingPage,
  type Bench,
  type BuiltSite
} from './measure-parts.ts';
import { stepPx } from './measure-scroll.ts';
import { tableOf, type TableSection } from './numbers.ts';
import { help, readOptions, type BenchOptions } from './options.ts';
import { recordCourse } from './record-course.ts';
import { compressFolder, serveFolder } from './serve-folder.ts';

const resultsFile = join(root, 'bench-results/bench.json');
const start = performance.now();

function note(text: string): void {
  console.error(`${Math.round((performance.now() - start) / 1000)} s`.padStart(6), text);
}

function build({ against, growth, parts }: BenchOptions): void {
  const grown = parts.includes('growth') ? growth : [];
  note('building the working tree');
  buildSite(workingTree, grown);
  if (against === null) return;
  note(`building ${against}`);
  checkOut(against);
  buildSite(otherTree, grown);
}

/** Adds the baseline pages to the working tree's site. They follow the camera of its reading page. */
async function addBaselinePages(options: LoadOptions): Promise<void> {
  note('making the baseline pages');
  const { site } = workingTree;
  await buildBaselineScripts(site);
  const story = parseStory(readStoryFolder(join(root, 'src/stories', storySlug)), readWorld());
  const server = await serveFolder(site);
  const { page, close } = await measureLoad(readingPage('fulcrum', server), options);
  const { course, plate } = await recordCourse(page, story, stepPx);
  await close();
  server.close();
  writeFileSync(join(site, 'bench/course.json'), JSON.stringify(course));
  await writeBaselinePages(options.browser, site, storySlug, {
    geoBase: '/geo',
    ground: groundFiles(story, String),
    course: '/bench/course.json',
    camera: course.cameras[0]!,
    plate
  });
}

async function serveSite(name: string, directory: string): Promise<BuiltSite> {
  compressFolder(directory);
  return { name, directory, server: await serveFolder(directory) };
}

async function measure(bench: Bench): Promise<TableSection[]> {
  const { parts, cpu } = bench.options;
  const sections: TableSection[] = [];
  if (parts.includes('load')) {
    for (const slowdown of cpu) sections.push(await measureLoads(bench, slowdown));
  }
  if (parts.includes('scroll')) sections.push(await measureScrolls(bench));
  if (parts.includes('growth')) sections.push(await measureStories(bench));
  return sections;
}

async function bench(options: BenchOptions, browser: Browser): Promise<void> {
  const { parts, against } = options;
  if (parts.some((part) => part !== 'growth')) {
    await addBaselinePages({ browser, size: options.size, cpu: 1 });
  }
  const site = await serveSite('fulcrum', workingTree.site);
  const other = against === null ? null : await serveSite(against, otherTree.site);
  const sections = await measure({ options, browser, site, other, note });
  site.server.close();
  other?.server.close();
  console.log(`\n${tableOf(sections)}\n`);
  const results = {
    commit: spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Chromium ${browser.version()}, software WebGL`,
    load: loadavg()[0],
    options,
    figures: Object.fromEntries(sections.map(({ title, columns }) => [title, columns]))
  };
  mkdirSync(dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  note('done');
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(help);
  } else {
    if (options.build) build(options);
    const { path } = findBrowser(machine);
    const browser = await chromium.launch({ executablePath: path, args: browserArgs });
    try {
      await bench(options, browser);
    } finally {
      await browser.close();
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
