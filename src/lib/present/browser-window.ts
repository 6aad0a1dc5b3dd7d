import type { GlideClock } from '$lib/scroll/glide.ts';
import { windowStorage } from './kept-place.ts';
import type { LinkChannel } from './present-link.ts';

/** What a presentation needs of the browser window that it is opened in; tests give another. */
export interface BrowserWindow {
  /** The window's address, read anew each time. */
  readonly address: Pick<Location, 'hash' | 'search'>;
  /** Whether the page was reloaded. Its address is then the one that was left, which may lag behind the kept place. */
  readonly reloaded: boolean;
  /** What outlives a reload; null where the browser refuses it. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Fires `pagehide` and `pageshow`. */
  readonly events: Pick<EventTarget, 'addEventListener'>;
  /** The channel of this name among the site's windows; null where the browser has no channels. */
  openChannel(name: string): LinkChannel | null;
  /** The frames that flights are drawn in; the page's own by default. */
  readonly clock?: GlideClock;
}

/** The window that this script runs in, as the page in it is opened. */
export function browserWindow(): BrowserWindow {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    address: location,
    reloaded: loaded?.type === 'reload',
    storage: windowStorage(),
    events: window,
    openChannel: (name) =>
      typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  };
}
