import { setTimeout } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { FolderServer } from './serve-folder.ts';

/** What the probe in the page has recorded; times in ms since the page's start. */
interface Seen {
  readonly timeOrigin: number;
  /** When each file had arrived, by its path. */
  readonly ends: Readonly<Record<string, number>>;
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  readonly longTasks: readonly (readonly [start: number, duration: number])[];
  readonly idle: number | null;
  readonly loaded: number;
}

/** A page to measure. Names are unique within a part of the benchmark. */
export interface MeasuredPage {
  readonly name: string;
  readonly server: FolderServer;
  readonly path: string;
  /** The mark that the page sets when its map first has nothing left to draw; null for a page without a map. */
  readonly idleMark: 'map-idle' | null;
  /** The mark that the page sets when it can be scrolled, if that is later. */
  readonly readyMark?: string;
}

export interface LoadOptions {
  readonly browser: Browser;
  /** The window, px. */
  readonly size: { readonly width: number; readonly height: number };
  /** How many times slower than this machine the page's thread is made. */
  readonly cpu: number;
}

/** A page that was loaded into a context without a cache. */
export interface Loaded {
  readonly page: Page;
  readonly figures: Record<string, number>;
  close(): Promise<void>;
}

/** The machine rests so long before a load, so that the page before it has been put away; ms. */
const restMs = 500;

/** Loads a page and measures it up to its map's first idle, or without a map up to its load event. */
export async function measureLoad(
  { server, path, idleMark }: MeasuredPage,
  { browser, size, cpu }: LoadOptions
): Promise<Loaded> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await page.addInitScript(installProbe);
  await setTimeout(restMs);
  server.take();
  await page.goto(server.origin + path, { waitUntil: 'load', timeout: 300_000 });
  await within(devtools, idleMark ? `(${untilMark})('${idleMark}')` : `(${untilPainted})()`);
  const seen = await page.evaluate(readProbe);
  const end = idleMark ? seen.idle! : seen.loaded;
  const blocked = (from: number, until: number) =>
    seen.longTasks
      .filter(([start]) => start >= from && start <= until)
      .reduce((sum, [, duration]) => sum + duration - 50, 0);
  const served = server.take().map(({ path, bytes, endedAt }) => ({
    bytes,
    // By the page's clock where it knows the file; only the server knows what a worker imports.
    at: seen.ends[path] ?? endedAt - seen.timeOrigin
  }));
  const [atPaint, atEnd] = [seen.fcp, end].map((time) => served.filter(({ at }) => at <= time));
  const kb = (list: readonly { readonly bytes: number }[]) =>
    list.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return {
    page,
    figures: {
      'first contentful paint, ms': seen.fcp,
      'largest contentful paint, ms': seen.lcp,
      ...(idleMark ? { 'map idle, ms': seen.idle! } : {}),
      'total blocking time, ms': blocked(seen.fcp, end),
      'longest task, ms': Math.max(0, ...seen.longTasks.map(([, duration]) => duration)),
      'layout shift': seen.cls,
      'requests before paint': atPaint!.length,
      'requests before idle': atEnd!.length,
      'kB (brotli) before paint': kb(atPaint!),
      'kB (brotli) before idle': kb(atEnd!)
    },
    close: () => context.close()
  };
}

/**
 * Evaluates a promise in the page and waits for it. `page.evaluate` would first have the page compile and run its
 * helpers, as a long task among those that are measured.
 */
async function within(devtools: CDPSession, expression: string): Promise<void> {
  const { exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
}

/** Runs in the page before any script of the page. */
function installProbe(): void {
  const seen = { lcp: 0, cls: 0, longTasks: [] as [number, number][] };
  (globalThis as unknown as Record<string, unknown>)['__fulcrumBench'] = seen;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true
    });
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push([startTime, duration]));
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    };
    if (!hadRecentInput) seen.cls += value;
  });
}

function readProbe(): Seen {
  const seen = (globalThis as unknown as Record<string, Seen>)['__fulcrumBench']!;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    ...seen,
    timeOrigin: performance.timeOrigin,
    ends: Object.fromEntries(
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => [
        new URL(entry.name).pathname,
        entry.responseEnd
      ])
    ),
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    idle: performance.getEntriesByName('map-idle')[0]?.startTime ?? null,
    loaded: navigation!.loadEventEnd
  };
}

/** Runs in the page; resolves once the page has set a mark. */
export function untilMark(name: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(name, 'mark').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'mark', buffered: true });
  });
}

/** Runs in the page; resolves once its text has been painted. */
function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      requestAnimationFrame(() => requestIdleCallback(() => resolve()));
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
