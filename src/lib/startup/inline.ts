// The page's one inline script: `compileInline` puts it into every page's head. It may import nothing.

/** The event by which the page says that it is hydrated. */
export const hydratedEvent = 'fulcrum:hydrated';

/** Stands in for `modulepreload` in links and for the type of a script until the browser may have them. */
export const held = 'held';

/** How long a page that is never painted, such as a frame far below in its host page, holds its scripts; ms. */
const unpaintedMs = 2000;

/**
 * Starts the page's own scripts once its text has been painted, and keeps what the reader presses and types until
 * they run.
 */
export function startUp(page: Document): void {
  // A deep link leads past the opening, whose map is then not to be seen first.
  page.documentElement.toggleAttribute('data-deep-linked', location.hash.length > 1);
  page.addEventListener(hydratedEvent, recordInput(page), { once: true });
  page.addEventListener('DOMContentLoaded', () => void painted(page).then(() => release(page)));
}

/**
 * Records clicks, choices and typing; returns what does them again, in their order. Buttons that the browser itself
 * answers, those that open a popover, are left out.
 */
export function recordInput(page: Document): () => void {
  const replays: (() => void)[] = [];
  const onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLElement>(
      'button:not([popovertarget], [commandfor])'
    );
    if (button) replays.push(() => button.click());
  };
  const onInput = ({ type, target }: Event) => {
    const field = target as HTMLInputElement;
    const { value, checked } = field;
    replays.push(() => {
      Object.assign(field, { value, checked });
      field.dispatchEvent(new Event(type, { bubbles: true }));
    });
  };
  const listeners = { click: onClick, input: onInput, change: onInput };
  const recording = new AbortController();
  for (const [type, listener] of Object.entries(listeners)) {
    page.addEventListener(type, listener, { capture: true, signal: recording.signal });
  }
  return () => {
    recording.abort();
    for (const replay of replays) replay();
  };
}

/**
 * Resolves once the browser has painted the page, or where it will not. Firefox has no paint entry for a page that is
 * opened at a fragment: such a page waits for two animation frames instead.
 */
function painted(page: Document): Promise<void> {
  return new Promise((resolve) => {
    if (page.hidden) resolve();
    setTimeout(resolve, unpaintedMs);
    if (location.hash.length > 1) {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    } else {
      new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    }
  });
}

/** Gives the browser what `holdScripts` has kept from it. */
function release(page: Document): void {
  for (const link of page.querySelectorAll<HTMLLinkElement>(`link[rel=${held}]`)) {
    link.rel = 'modulepreload';
  }
  for (const script of page.querySelectorAll<HTMLScriptElement>(`script[type=${held}]`)) {
    // Only a new element is run. Its text is the same, and so the hash by which the security policy knows it.
    const started = page.createElement('script');
    started.text = script.text;
    script.replaceWith(started);
  }
}
