import { ease } from '../ease.ts';

/** What a glide needs of its surroundings; the window's own by default. */
export interface GlideClock {
  readonly now: () => number;
  readonly requestFrame: (callback: () => void) => number;
  readonly cancelFrame: (handle: number) => void;
}

const windowClock: GlideClock = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => cancelAnimationFrame(handle)
};

/**
 * Moves a number from `from` to `to`, slow in and slow out, calling `move` once a frame and at the end with
 * exactly `to`. Returns a function that stops it where it is.
 */
export function glide(
  from: number,
  to: number,
  durationMs: number,
  move: (value: number) => void,
  { now, requestFrame, cancelFrame }: GlideClock = windowClock
): () => void {
  const start = now();
  let handle = 0;
  let stopped = false;
  const frame = () => {
    const t = durationMs > 0 ? Math.min(1, (now() - start) / durationMs) : 1;
    move(t === 1 ? to : from + (to - from) * ease(t));
    if (t < 1 && !stopped) handle = requestFrame(frame);
  };
  handle = requestFrame(frame);
  return () => {
    stopped = true;
    cancelFrame(handle);
  };
}
