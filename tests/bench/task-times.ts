import type { Page } from '@playwright/test';

/** A complete event of a browser's trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
  /** How long the thread had the processor. */
  readonly tdur?: number;
}

/**
 * Has a page do something, and tells how long the processor was at each task of the page's thread, ms. A task's
 * duration by the clock counts also what the machine gave to others meanwhile, such as to an emulated GPU.
 */
export async function taskTimes(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  return busiestPage(traceEvents);
}

/** The tasks of that page's thread that had the most to do; a browser keeps idle ones in reserve. */
function busiestPage(events: readonly TraceEvent[]): readonly number[] {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain'
  );
  const tasks = threads.map(({ pid, tid }) =>
    events
      .filter((event) => event.pid === pid && event.tid === tid && /RunTask$/.test(event.name))
      .map(({ tdur }) => (tdur ?? 0) / 1000)
  );
  const sum = (list: readonly number[]) => list.reduce((total, ms) => total + ms, 0);
  return tasks.reduce<readonly number[]>((most, list) => (sum(list) > sum(most) ? list : most), []);
}
