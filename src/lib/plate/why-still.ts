/** Why a page keeps to pictures: to save data, for want of memory, or for want of WebGL. */
export type StillReason = 'save-data' | 'low-memory' | 'no-webgl';

/**
 * The most memory, in GB as browsers tell it, with which a device is left with pictures: the live map takes some
 * 150 MB, which a phone of 1 GB does not give a page.
 */
const lowMemoryGb = 1;

/** What browsers tell of a reader's line and device; some tell nothing of it. */
interface Told {
  readonly connection?: { readonly saveData?: boolean };
  readonly deviceMemory?: number;
}

/**
 * Why the map of this page is to stay a picture; null where it may be live. Asked of the browser alone, before
 * any of the map's code is fetched.
 */
export function whyStill(
  told: Told = navigator as Told,
  wantsLessData = matchMedia('(prefers-reduced-data: reduce)').matches,
  drawsWebGl: () => boolean = hasWebGl
): StillReason | null {
  if (told.connection?.saveData === true || wantsLessData) return 'save-data';
  if (told.deviceMemory !== undefined && told.deviceMemory <= lowMemoryGb) return 'low-memory';
  return drawsWebGl() ? null : 'no-webgl';
}

/**
 * Whether there is WebGL 2, which the live map needs. The context made to find out is left to the garbage collector:
 * to give it back at once would hold up the map's own, which is made next.
 */
function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
