import { dev } from '$app/environment';

let first = !dev;

/**
 * Whether what is being made stands in the document already, as the server made it. It does until the reader goes
 * on to another page of the site; while developing it counts as made anew.
 */
export function prerendered(): boolean {
  return first;
}

/** The reader goes on to another page: from here on the browser makes them. */
export function leavePrerendered(): void {
  first = false;
}

/** Whether the page that is being made was there before, and has been loaded again. */
export function reloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return first && (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
}
