/** Resolves in a task of its own: until then the browser can paint, or answer a key. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The longest that a browser which is never idle may put a callback off, ms. */
const idleTimeoutMs = 3000;

/** Calls back when the browser has nothing more urgent to do; returns what cancels the call. */
export function whenIdle(callback: () => void): () => void {
  // Safari has no requestIdleCallback (https://webkit.org/b/285049).
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(callback, { timeout: idleTimeoutMs });
  return () => cancelIdleCallback(request);
}

/**
 * Calls back once an element is in view; returns what cancels the call. In a hidden tab, or a frame that its host page
 * has scrolled out of view, that is not before the reader turns to it.
 */
export function whenVisible(element: Element, callback: () => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    callback();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
