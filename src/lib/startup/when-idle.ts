/** So long a browser that never rests may put off what waits for it to, ms. */
const latestMs = 3000;

/** Calls back when the browser has nothing more pressing to do; gives what calls it off. */
export function whenIdle(callback: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback !== 'function') {
    const waiting = setTimeout(callback);
    return () => clearTimeout(waiting);
  }
  const waiting = requestIdleCallback(callback, { timeout: latestMs });
  return () => cancelIdleCallback(waiting);
}
