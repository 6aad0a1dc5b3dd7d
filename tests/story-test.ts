import { expect, test as base, type BrowserContext } from '@playwright/test';
import { mapData } from './browser/hold-back.ts';
import { Reading } from './browser/reading.ts';
import { watchFaults } from './browser/watch-faults.ts';

export { expect };
export { type Reading } from './browser/reading.ts';

interface StoryFixtures {
  /** The reader saves data: the map stays a picture, with names and badges, and costs no drawing. */
  readonly savesData: boolean;
  /** The map's data never comes, as on a very slow line: the map flies, with names and badges, but draws nothing. */
  readonly withoutMapData: boolean;
  /** The test has a context of its own: it stores something there, stops its clock, or is given permissions. */
  readonly ownContext: boolean;
  /** The story may be kept for use without a network, in a context of its own. */
  readonly serviceWorker: boolean;
  /** Errors, logged or uncaught, that the test provokes. */
  readonly expectedErrors: RegExp | null;
  /** The name of a second site, whose pages embed the story; null where there is none. */
  readonly hostSite: string | null;
  readonly reading: Reading;
}

interface WorkerFixtures {
  /**
   * Gives the context that the tests of a worker share, one for each name, made when it is first asked for: its cache
   * of files and of compiled scripts stays warm from test to test. Nothing in it is stored by one test for the next.
   */
  readonly sharedContext: (
    name: string,
    make: () => Promise<BrowserContext>
  ) => Promise<BrowserContext>;
}

/**
 * A test of a page: it fails too where the page asks another origin for anything, has an uncaught error or
 * logs an error that the test has not announced.
 */
export const test = base.extend<StoryFixtures, WorkerFixtures>({
  savesData: [false, { option: true }],
  withoutMapData: [false, { option: true }],
  ownContext: [false, { option: true }],
  serviceWorker: [false, { option: true }],
  expectedErrors: [null, { option: true }],
  hostSite: [null, { option: true }],
  sharedContext: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const contexts = new Map<string, Promise<BrowserContext>>();
      await use((name, make) => {
        if (!contexts.has(name)) contexts.set(name, make());
        return contexts.get(name)!;
      });
      for (const context of contexts.values()) await (await context).close();
    },
    { scope: 'worker' }
  ],
  context: async (
    {
      browser,
      sharedContext,
      ownContext,
      serviceWorker,
      savesData,
      withoutMapData,
      baseURL,
      expectedErrors,
      hostSite,
      hasTouch,
      isMobile,
      javaScriptEnabled,
      deviceScaleFactor,
      contextOptions
    },
    use
  ) => {
    const make = async () => {
      const context = await browser.newContext();
      if (!serviceWorker) await withoutServiceWorker(context);
      if (savesData) await saveData(context);
      return context;
    };
    // What a context cannot be told once it is made; its pages are told the rest.
    const told = [savesData, baseURL, hasTouch, isMobile, javaScriptEnabled, deviceScaleFactor];
    const own = ownContext || serviceWorker;
    const context = own
      ? await make()
      : await sharedContext(JSON.stringify([...told, contextOptions]), make);
    const faults = watchFaults(context, {
      home: new URL(baseURL!).origin,
      hostSite,
      expectedErrors
    });
    // No answer at all: the request stays open.
    if (withoutMapData) await context.route(mapData, () => {});
    await use(context);
    for (const page of context.pages()) await page.close();
    const noted = faults();
    if (own) await context.close();
    else await context.unrouteAll({ behavior: 'ignoreErrors' });
    expect(noted).toEqual([]);
  },
  page: async ({ context, viewport, colorScheme }, use) => {
    const page = await context.newPage();
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: colorScheme ?? null });
    await use(page);
  },
  reading: async ({ page }, use) => use(new Reading(page))
});

async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  );
}

/** Keeping the story for use without a network would load all of it, past a test's own routes. */
async function withoutServiceWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
}
