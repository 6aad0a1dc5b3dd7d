/** How long a reader rests at a step before the address names it, ms: browsers refuse a flood of addresses. */
export const addressDelayMs = 150;

export interface AddressOptions {
  /**
   * The fragment that names what is read: `#shoigu`; the empty string where the address is to have none, null where
   * it is to stay as it is.
   */
  readonly hash: () => string | null;
  /** Puts another URL into the address, and leaves the history as long as it was: SvelteKit's `replaceState`. */
  readonly replace: (url: string) => void;
  /** The window's own address by default. */
  readonly address?: Pick<Location, 'hash' | 'pathname' | 'search'>;
}

export interface AddressFollower {
  /** The router has started: SvelteKit refuses another address before. To be called in `afterNavigate`. */
  start(): void;
  /** Has the address follow now. */
  follow(): void;
  /** Has the address follow once the reader has rested for `addressDelayMs`. */
  followSoon(): void;
  stop(): void;
}

/** Keeps the page's address at the step that is read, so that it can be passed on; Back still leaves the page. */
export function followAddress({ hash, replace, address }: AddressOptions): AddressFollower {
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = () => {
    if (!started) return;
    const [now, wanted] = [address ?? location, hash()];
    if (wanted === null || wanted === now.hash) return;
    replace(wanted || now.pathname + now.search);
  };

  return {
    start() {
      started = true;
    },
    follow,
    followSoon() {
      clearTimeout(timer);
      timer = setTimeout(follow, addressDelayMs);
    },
    stop: () => clearTimeout(timer)
  };
}
