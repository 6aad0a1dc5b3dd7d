import type { ClientInit } from '@sveltejs/kit';
import { nextTask } from '$lib/next-task.ts';
import { makeFormats } from '$lib/story/dates.ts';

/** A page that is never painted, in a frame far below, takes part all the same after so long; ms. */
const unpaintedMs = 2000;

/**
 * The page takes part once its text has been painted: what is to be read comes first. What takes long about it
 * is done beforehand, a piece at a time.
 */
export const init: ClientInit = async () => {
  await painted();
  await makeFormats(document.documentElement.lang, nextTask);
};

function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, unpaintedMs);
  });
}
