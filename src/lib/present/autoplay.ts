/** A presentation that goes on by itself. */
export interface Autoplay {
  /** How long each stop is shown, 3 to 600. */
  readonly seconds: number;
  /** Whether it begins again after the end. */
  readonly loop: boolean;
}

const defaultSeconds = 12;

/**
 * The autoplay that an address asks for: `?play&seconds=12&loop`; null without `play`. Seconds are kept between 3 and
 * 600, and ignored where they are not a number; `=false` and `=0` switch a word off.
 */
export function autoplayOf(search: URLSearchParams): Autoplay | null {
  const on = (name: string) => search.has(name) && !['false', '0'].includes(search.get(name)!);
  if (!on('play')) return null;
  const seconds = search.get('seconds') ?? '';
  return {
    seconds: /^\d+$/.test(seconds) ? Math.min(600, Math.max(3, Number(seconds))) : defaultSeconds,
    loop: on('loop')
  };
}
