import type { ClientInit } from '@sveltejs/kit';

/** A page that is never painted, in a frame far below, takes part all the same after so long; ms. */
const unpaintedMs = 2000;

/** The page takes part once its text has been painted: what is to be read comes first. */
export const init: ClientInit = () =>
  new Promise<void>((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, unpaintedMs);
  });
