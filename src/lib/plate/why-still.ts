/** Why a page shows still maps: to save data, or because the device lacks memory or WebGL. */
export type StillReason = 'save-data' | 'low-memory' | 'no-webgl';

/**
 * A device with this much memory or less, GB as browsers round it, gets still maps: the live map takes some 150 MB, more
 * than a phone of 1 GB gives a page.
 */
const lowMemoryGb = 1;

/** What a browser says of its connection and device; some say nothing. */
interface DeviceHints {
  readonly connection?: { readonly saveData?: boolean };
  readonly deviceMemory?: number;
}

/**
 * Why this page shows still maps; null where its map may be live. It asks the browser alone, before any of the map's code
 * is fetched.
 */
export function whyStill(
  hints: DeviceHints = navigator as DeviceHints,
  wantsLessData = matchMedia('(prefers-reduced-data: reduce)').matches,
  drawsWebGl: () => boolean = hasWebGl
): StillReason | null {
  if (hints.connection?.saveData === true || wantsLessData) return 'save-data';
  if (hints.deviceMemory !== undefined && hints.deviceMemory <= lowMemoryGb) return 'low-memory';
  return drawsWebGl() ? null : 'no-webgl';
}

/**
 * Whether the browser has WebGL 2, which the live map needs. The context made to find out is left to the garbage
 * collector: losing it at once would delay the map's own, which is made next.
 */
function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
