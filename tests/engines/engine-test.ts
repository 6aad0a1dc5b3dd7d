import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Browser, BrowserSettings, EngineName, Tab } from './engine.ts';
import type { FoundEngines } from './find-engines.ts';
import { startPuppeteer } from './puppeteer-browser.ts';
import { Reader } from './reader.ts';
import { startWebKit } from './webkit-browser.ts';

export { expect };

interface EngineFixtures {
  /** Errors, logged or uncaught, that the test provokes. */
  readonly expectedErrors: RegExp | null;
  readonly tabs: {
    /** Opens a window of its own; it is closed after the test. */
    open(settings?: Partial<BrowserSettings>): Promise<Tab>;
    /** Closes one before; the test fails on any error that the page has logged. */
    close(tab: Tab): Promise<void>;
  };
  /** `tabs.open` */
  readonly newTab: (settings?: Partial<BrowserSettings>) => Promise<Tab>;
  readonly reader: Reader;
}

export interface EngineOptions {
  readonly engine: EngineName;
  readonly engines: FoundEngines;
}

interface WorkerFixtures extends EngineOptions {
  readonly browsers: {
    start(settings: BrowserSettings): Promise<Browser>;
    /** Closes those that do not stand many pages: WebKitGTK’s crashes after a hundred or so. */
    rest(): Promise<void>;
    /** Whether one has come to an end by itself. */
    hasCrashed(): Promise<boolean>;
  };
}

/** What Firefox logs of what was on its way as the page was left. */
const cutShort = /error loading dynamically imported module|ServiceWorker intercepted the request/;

/** A test of what holds in every engine. */
export const test = base.extend<EngineFixtures, WorkerFixtures>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  engines: [null as never, { option: true, scope: 'worker' }],
  browsers: [
    async ({ engine, engines }, use) => {
      const screen = engines.xvfb === null ? null : await startScreen(engines.xvfb);
      // The processor draws in place of a GPU.
      const env: NodeJS.ProcessEnv = { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' };
      if (screen !== null) {
        env['DISPLAY'] = screen.display;
        // Programs would take a Wayland screen before it.
        delete env['WAYLAND_DISPLAY'];
      }
      const started = new Map<string, Promise<Browser>>();
      const startAnew = (settings: BrowserSettings) => {
        if (engine === 'webkit') return startWebKit(engines.webkit!, env, settings);
        return engine === 'firefox'
          ? startPuppeteer('firefox', engines.firefox!, env, settings)
          : startPuppeteer('chrome', engines.chromium, env, settings);
      };
      const closeAll = async () => {
        for (const browser of started.values()) await (await browser).close();
        started.clear();
      };
      await use({
        start(settings) {
          const key = JSON.stringify(settings);
          if (!started.has(key)) started.set(key, startAnew(settings));
          return started.get(key)!;
        },
        async rest() {
          if (engine === 'webkit') await closeAll();
        },
        async hasCrashed() {
          for (const browser of started.values())
            if (await (await browser).hasCrashed()) return true;
          return false;
        }
      });
      await closeAll();
      screen?.stop();
    },
    { scope: 'worker' }
  ],
  expectedErrors: [null, { option: true }],
  tabs: async ({ browsers, expectedErrors }, use, { project, retry, testId }) => {
    const crash = join(project.outputDir, `crash-${testId}`);
    if (retry > 0 && !existsSync(crash))
      throw new Error('failed, and not by a crash of the browser');
    const tabs = new Set<Tab>();
    const close = async (tab: Tab) => {
      tabs.delete(tab);
      const foreign = await tab.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((address) => /^http/.test(address) && new URL(address).origin !== location.origin)
      );
      expect.soft(foreign).toEqual([]);
      const errors = (tab.errors() ?? []).filter(
        (error) => !cutShort.test(error) && !expectedErrors?.test(error)
      );
      expect.soft(errors).toEqual([]);
      await tab.close();
    };
    await use({
      close,
      open: async (settings) => {
        const browser = await browsers.start({ webGL: true, reducedMotion: false, ...settings });
        const tab = await browser.newTab();
        tabs.add(tab);
        return tab;
      }
    });
    if (await browsers.hasCrashed()) {
      mkdirSync(project.outputDir, { recursive: true });
      writeFileSync(crash, '');
      throw new Error('the browser has crashed');
    }
    for (const tab of tabs) await close(tab);
    await browsers.rest();
  },
  newTab: async ({ tabs }, use) => use(tabs.open),
  reader: async ({ newTab, baseURL }, use) => use(new Reader(await newTab(), baseURL!))
});

/** Starts a screen that nobody sees, large enough for every window of the tests. */
async function startScreen(xvfb: string): Promise<{ display: string; stop(): void }> {
  const child = spawn(
    xvfb,
    // Without `-noreset` it takes no client for a while after the last one has gone.
    ['-displayfd', '3', '-screen', '0', '2000x1400x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe']
    }
  );
  const number = await new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.stdio[3]!.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { display: `:${number}`, stop: () => child.kill() };
}
