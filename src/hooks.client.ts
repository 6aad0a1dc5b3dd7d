import type { ClientInit } from '@sveltejs/kit';
import { asset } from '$app/paths';
import { nextTask } from '$lib/startup/next-task.ts';
import { makeFormats } from '$lib/story/dates.ts';
import { mapCode, whyPageStill } from '$lib/plate/map-code.ts';

/**
 * Before the page takes part, which it does once its text has been painted, its map's code is sent for, and what
 * takes long is done, a piece at a time.
 */
export const init: ClientInit = async () => {
  if (document.querySelector('.plate')) {
    await nextTask();
    const mayBeLive = whyPageStill() === null;
    await nextTask();
    // Whoever waits for it is told if it does not come.
    if (mayBeLive) mapCode(asset('/geo')).catch(() => {});
    await nextTask();
  }
  await makeFormats(document.documentElement.lang, nextTask);
};
