/** A presentation that goes on by itself. */
export interface Autoplay {
  /** How long each stop stands, 3 to 600. */
  readonly seconds: number;
  /** Whether it starts anew after the end. */
  readonly loop: boolean;
}

const standardSeconds = 12;

/**
 * The autoplay that an address asks for: `?play&seconds=12&loop`; null without `play`. A number of seconds is
 * held to 3 to 600, and one that is none is passed over; `=false` and `=0` switch a word off.
 */
export function autoplayOf(search: URLSearchParams): Autoplay | null {
  const on = (name: string) => search.has(name) && !['false', '0'].includes(search.get(name)!);
  if (!on('play')) return null;
  const seconds = search.get('seconds') ?? '';
  return {
    seconds: /^\d+$/.test(seconds) ? Math.min(600, Math.max(3, Number(seconds))) : standardSeconds,
    loop: on('loop')
  };
}
