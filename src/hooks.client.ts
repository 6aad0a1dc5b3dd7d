import type { ClientInit } from '@sveltejs/kit';
import { asset } from '$app/paths';
import { nextTask } from '$lib/next-task.ts';
import { makeFormats } from '$lib/story/dates.ts';
import { mapCode, whyPageStill } from '$lib/ui/map-code.ts';

/** A page that is never painted, in a frame far below, takes part all the same after so long; ms. */
const unpaintedMs = 2000;

/**
 * The page takes part once its text has been painted: what is to be read comes first. Its map's code is on its way
 * meanwhile, and what takes long is done beforehand, a piece at a time.
 */
export const init: ClientInit = async () => {
  await painted();
  if (document.querySelector('.plate') && whyPageStill() === null) {
    // Whoever waits for it is told if it does not come.
    mapCode(asset('/geo')).catch(() => {});
    await nextTask();
  }
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
