import type { ClientInit } from '@sveltejs/kit';
import { asset } from '$app/paths';
import { whyStill } from '$lib/plate/why-still.ts';

/** Has the map's code fetched and its worker started while the page is hydrated. */
export const init: ClientInit = () => {
  if (document.querySelector('.plate') === null || whyStill() !== null) return;
  import('$lib/map/live-map.ts')
    .then(({ startWorker }) => startWorker(asset('/geo')))
    // The stage loads it again, and reports what fails.
    .catch(() => {});
};
