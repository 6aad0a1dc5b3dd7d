import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { quantile } from './numbers.ts';
import type { FolderServer } from './serve-folder.ts';

export interface ScrollCourse {
  readonly fromPx: number;
  readonly toPx: number;
  /** How far a frame goes. */
  readonly stepPx: number;
}

/** What a scroll through a page cost. `times` are those of its frames, ms. */
interface Scrolled {
  readonly times: readonly number[];
  /** Scripts that ran longer than 50 ms at a stretch: how long, ms, and where they began. */
  readonly long: readonly (readonly [durationMs: number, source: string])[];
  /** Tasks of more than 50 ms, all that the page's thread did in them, ms. */
  readonly tasks: readonly number[];
}

/**
 * Scrolls a page from one offset to another, so far a frame, and measures the script, the layout and the
 * gaps between frames; `source` of the longest stretch of script goes to `onLong`.
 */
export async function measureScroll(
  page: Page,
  course: ScrollCourse,
  onLong: (text: string) => void
): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const before = await durations(devtools);
  const { times, long, tasks } = await page.evaluate(scrollThrough, course);
  const after = await durations(devtools);
  await devtools.detach();
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  const frames = gaps.length;
  const script = (after.script - before.script) * 1000;
  const layout = (after.layout - before.layout) * 1000;
  const thousands = Math.abs(course.toPx - course.fromPx) / 1000;
  for (const [durationMs, source] of long) onLong(`${Math.round(durationMs)} ms ${source}`);
  return {
    'script a frame, ms': script / frames,
    'layout a frame, ms': layout / frames,
    'script a 1000 px, ms': script / thousands,
    'layout a 1000 px, ms': layout / thousands,
    'frame gap, median, ms': quantile(gaps, 0.5),
    'frame gap, 95 %, ms': quantile(gaps, 0.95),
    'frame gap, worst, ms': Math.max(...gaps),
    'scripts over 50 ms': long.length,
    'longest script, ms': Math.max(0, ...long.map(([durationMs]) => durationMs)),
    'tasks over 50 ms': tasks.length,
    'longest task, ms': Math.max(0, ...tasks)
  };
}

/** Scrolls a page from one offset to another, so far a frame. */
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
  const long: [number, string][] = [];
  const begun = performance.now();
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { scripts: Script[] })[]) {
      for (const { startTime, duration, invoker, sourceURL } of entry.scripts) {
        // The browser tells of a script with the next frame, of the load's last ones with the scroll's first.
        if (startTime >= begun && duration > 50)
          long.push([duration, `${invoker} ${sourceURL.split('/').at(-1)}`]);
      }
    }
  });
  observer.observe({ type: 'long-animation-frame' });
  const tasks: number[] = [];
  const taskObserver = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  taskObserver.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const way = Math.sign(toPx - fromPx);
  scrollTo({ top: fromPx, behavior: 'instant' });
  await frame();
  const times: number[] = [await frame()];
  for (let top = fromPx; way * top < way * toPx;) {
    top += way * stepPx;
    scrollTo({ top, behavior: 'instant' });
    times.push(await frame());
  }
  await frame();
  observer.disconnect();
  taskObserver.disconnect();
  return { times, long, tasks };
}

/** Bytes of the page's heap that are in use once what is unused has been collected. */
export async function heapBytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  // A second collection takes what finalizers let go after the first.
  for (let time = 0; time < 2; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

/** Waits until the server has had nothing to do for so long, ms. */
export async function untilServerQuiet(server: FolderServer, quietMs = 1500): Promise<void> {
  for (let before = -1; before !== server.servedCount;) {
    before = server.servedCount;
    await setTimeout(quietMs);
  }
}
