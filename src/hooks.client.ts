import type { ClientInit } from '@sveltejs/kit';
import { asset } from '$app/paths';
import { failedEvent } from '$lib/startup/inline.ts';
import { loadGlobe } from '$lib/camera/load-globe.ts';
import { whyStill } from '$lib/plate/why-still.ts';

export const init: ClientInit = () => {
  // The map's modules are not among the page's yet.
  const loaded = pageLoaded();
  fetchMap();
  return loaded;
};

/** Has the map's code fetched and its worker started while the page is hydrated. */
function fetchMap(): void {
  if (document.querySelector('.plate') === null || whyStill() !== null) return;
  import('$lib/map/live-map.ts')
    .then(({ startWorker }) => startWorker(asset('/geo')))
    // The stage loads it again, and reports what fails.
    .catch(() => {});
}

/**
 * Resolves once all modules of the page have loaded; never where one does not come: SvelteKit, which waits for this,
 * would put an error in the place of the text (`_hydrate` in client.js, 2.70).
 */
async function pageLoaded(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]');
  try {
    await Promise.all([
      ...[...links].map(({ href }) => import(/* @vite-ignore */ href)),
      document.documentElement.dataset.projection === 'globe' && loadGlobe()
    ]);
  } catch (error) {
    console.warn('The page’s scripts did not load:', error);
    document.dispatchEvent(new Event(failedEvent));
    await new Promise(() => {});
  }
}
