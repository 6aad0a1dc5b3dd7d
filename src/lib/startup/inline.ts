// The page's one inline script: `compileInline` puts it into every page's head. It may import nothing.

/** The event by which the page says that it is hydrated. */
export const hydratedEvent = 'fulcrum:hydrated';

/** The event by which the page says that a script of it did not come, and that it will not be hydrated. */
export const failedEvent = 'fulcrum:failed';

/** The attribute of the templates that keep modules and scripts of the page until the browser may have them. */
export const held = 'data-held';

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
  if (!isSupported()) return showWithoutScripts(page);
  const fail = () => page.dispatchEvent(new Event(failedEvent));
  const onFailed = () => {
    showWithoutScripts(page);
    offerReload(page);
  };
  // A page that is opened as a file cannot load them, and says so itself: static/from-file.js.
  if (location.protocol !== 'file:') page.addEventListener(failedEvent, onFailed, { once: true });
  for (const template of page.querySelectorAll<HTMLTemplateElement>(`template[${held}]`)) {
    const { content } = template;
    for (const link of content.querySelectorAll('link')) link.addEventListener('error', fail);
    template.replaceWith(content);
  }
}

/**
 * Whether the browser has what the pages need beyond what their scripts are compiled for: the popovers of the key and
 * the contents, and the media feature that hides the pictures of the passages. The README says since when each has.
 */
function isSupported(): boolean {
  return 'popover' in HTMLElement.prototype && matchMedia('(scripting: enabled)').matches;
}

/** Gives the page the look that it has where scripts are off: the story with a picture in each passage. */
function showWithoutScripts(page: Document): void {
  // The passage that is read stays in view.
  const passages = scrollY > 0 ? [...page.querySelectorAll('[data-step]')] : [];
  const read = passages.find((card) => card.getBoundingClientRect().bottom > innerHeight / 2);
  for (const { cssRules } of page.styleSheets) styleAsWithoutScripts(cssRules);
  read?.scrollIntoView();
}

function styleAsWithoutScripts(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const { media } = rule;
      // Always, and never.
      media.mediaText = media.mediaText
        .replaceAll('scripting: none', 'min-width: 0px')
        .replaceAll('scripting: enabled', 'max-width: 0px');
    }
    if ('cssRules' in rule) styleAsWithoutScripts(rule.cssRules as CSSRuleList);
  }
}

/** Says what is missing. A browser may refuse a module for good that it has failed to load once; a reload asks anew. */
function offerReload(page: Document): void {
  const note = page.createElement('p');
  note.role = 'status';
  note.style.cssText =
    'position:fixed;inset:auto 0 0;z-index:20;margin:0;padding:.7rem 1rem;border-top:1px solid var(--rule);background:var(--card);font:1rem/1.4 var(--sans)';
  const button = page.createElement('button');
  button.style.cssText =
    'min-height:2rem;margin-inline-start:.5rem;padding:.1rem .8rem;border:1px solid var(--rule);background:none';
  button.textContent = 'Reload';
  button.addEventListener('click', () => location.reload());
  note.append('The live map did not load: the story is here with still pictures.', button);
  page.body.append(note);
}
