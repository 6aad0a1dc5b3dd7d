/**
 * A function that runs another at once and then at most once in `intervalMs`. Calls in between are made good by one run
 * at the interval's end, so that the last is never lost.
 */
export function coalesced(run: () => void, intervalMs: number): () => void {
  let pause: NodeJS.Timeout | null = null;
  let isDue = false;
  return function call() {
    if (pause !== null) {
      isDue = true;
      return;
    }
    pause = setTimeout(() => {
      pause = null;
      if (!isDue) return;
      isDue = false;
      call();
    }, intervalMs);
    // What waits to be told keeps no server from stopping.
    pause.unref();
    run();
  };
}
