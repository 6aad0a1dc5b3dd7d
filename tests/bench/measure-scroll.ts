import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { measureLoad, untilMark, type LoadOptions, type MeasuredPage } from './measure-load.ts';
import { quantile } from './numbers.ts';
import type { FolderServer } from './serve-folder.ts';

/** A scroll from one offset to another, `stepPx` a frame. */
export interface ScrollCourse {
  readonly fromPx: number;
  readonly toPx: number;
  readonly stepPx: number;
}

/** What a scroll through a page cost. `times` are those of its frames, ms. */
interface Scrolled {
  readonly times: readonly number[];
  /** Scripts that ran for more than 50 ms without a pause: how long, ms, and where they began. */
  readonly longScripts: readonly (readonly [durationMs: number, source: string])[];
  /** Tasks of the page's thread that took more than 50 ms, ms. */
  readonly longTasks: readonly number[];
}

/** How far each frame of a measured scroll goes, px. */
export const stepPx = 50;

/**
 * Loads a page and scrolls it to its end, measured; then up and down twice more in long steps, for what stays in
 * memory. `onLong` gets the source of each script of over 50 ms.
 */
export async function measureWholeScroll(
  measured: MeasuredPage,
  options: LoadOptions,
  onLong: (text: string) => void
): Promise<Record<string, number>> {
  const { page, close } = await measureLoad(measured, options);
  try {
    if (measured.readyMark) await page.evaluate(untilMark, measured.readyMark);
    await untilServerQuiet(measured.server);
    const toPx = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    const figures = await measureScroll(page, { fromPx: 0, toPx, stepPx }, onLong);
    const once = await heapBytes(page);
    const quickPx = stepPx * 12;
    for (let time = 0; time < 2; time++) {
      await scrollPage(page, { fromPx: toPx, toPx: 0, stepPx: quickPx });
      await scrollPage(page, { fromPx: 0, toPx, stepPx: quickPx });
    }
    const often = await heapBytes(page);
    return {
      ...figures,
      'heap after one pass, MB': once / 1e6,
      'heap after five passes, MB': often / 1e6
    };
  } finally {
    await close();
  }
}

/** Scrolls a page and measures the script, the layout and the gaps between frames. */
export async function measureScroll(
  page: Page,
  course: ScrollCourse,
  onLong: (text: string) => void
): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const before = await durations(devtools);
  const { times, longScripts, longTasks } = await page.evaluate(scrollThrough, course);
  const after = await durations(devtools);
  await devtools.detach();
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  for (const [durationMs, source] of longScripts) onLong(`${Math.round(durationMs)} ms ${source}`);
  return {
    'script a frame, ms': ((after.script - before.script) * 1000) / gaps.length,
    'layout a frame, ms': ((after.layout - before.layout) * 1000) / gaps.length,
    'frame gap, median, ms': quantile(gaps, 0.5),
    'frame gap, 95 %, ms': quantile(gaps, 0.95),
    'frame gap, worst, ms': Math.max(...gaps),
    'longest script over 50 ms': Math.max(0, ...longScripts.map(([durationMs]) => durationMs)),
    'longest task over 50 ms': Math.max(0, ...longTasks),
    'tasks over 50 ms': longTasks.length
  };
}

/** Scrolls a page without measuring it. */
export async function scrollPage(page: Page, course: ScrollCourse): Promise<void> {
  await page.evaluate(scrollThrough, course);
}

async function durations(devtools: CDPSession): Promise<{ script: number; layout: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
}

/** Runs in the page. */
async function scrollThrough({ fromPx, toPx, stepPx }: ScrollCourse): Promise<Scrolled> {
  interface Script {
    readonly startTime: number;
    readonly duration: number;
    readonly invoker: string;
    readonly sourceURL: string;
  }
  const longScripts: [number, string][] = [];
  const begun = performance.now();
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { scripts: Script[] })[]) {
      for (const { startTime, duration, invoker, sourceURL } of entry.scripts) {
        // The browser reports a script with the next frame: the load's last ones come with the scroll's first.
        if (startTime >= begun && duration > 50)
          longScripts.push([duration, `${invoker} ${sourceURL.split('/').at(-1)}`]);
      }
    }
  });
  observer.observe({ type: 'long-animation-frame' });
  const longTasks: number[] = [];
  const taskObserver = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  taskObserver.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const direction = Math.sign(toPx - fromPx);
  scrollTo({ top: fromPx, behavior: 'instant' });
  await frame();
  const times: number[] = [await frame()];
  for (let top = fromPx; direction * top < direction * toPx;) {
    top += direction * stepPx;
    scrollTo({ top, behavior: 'instant' });
    times.push(await frame());
  }
  await frame();
  observer.disconnect();
  taskObserver.disconnect();
  return { times, longScripts, longTasks };
}

/** Bytes of the page's heap in use after a garbage collection. */
export async function heapBytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  // A second collection takes what finalizers let go after the first.
  for (let time = 0; time < 2; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

/** Waits until the server has had no request for `quietMs`. */
export async function untilServerQuiet(server: FolderServer, quietMs = 1500): Promise<void> {
  for (let before = -1; before !== server.servedCount;) {
    before = server.servedCount;
    await setTimeout(quietMs);
  }
}
