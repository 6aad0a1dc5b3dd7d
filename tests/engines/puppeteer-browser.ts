import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { browserArgs } from '../browser-args.ts';
import type { Browser, BrowserSettings, InPage, Point, Tab } from './engine.ts';
import { countGpuObjects, type GpuCount, type Memory } from './memory.ts';

/** Starts a Chromium, by CDP, or a Firefox, by WebDriver BiDi. */
export async function startPuppeteer(
  browser: 'chrome' | 'firefox',
  executablePath: string,
  env: NodeJS.ProcessEnv,
  { webGL, reducedMotion }: BrowserSettings
): Promise<Browser> {
  const started = await puppeteer.launch({
    browser,
    executablePath,
    env,
    // Without a window Firefox has no WebGL.
    headless: browser === 'chrome',
    defaultViewport: null,
    ...(browser === 'chrome' && {
      args: [
        ...browserArgs.filter((arg) => webGL || !/swiftshader/.test(arg)),
        ...(webGL ? [] : ['--disable-gpu', '--disable-3d-apis']),
        ...(reducedMotion ? ['--force-prefers-reduced-motion'] : [])
      ]
    }),
    ...(browser === 'firefox' && {
      extraPrefsFirefox: {
        'webgl.disabled': !webGL,
        'ui.prefersReducedMotion': Number(reducedMotion)
      }
    })
  });
  return {
    newTab: async () =>
      new PuppeteerTab(await started.newPage({ type: 'window' }), browser === 'firefox'),
    hasCrashed: async () => !started.connected,
    close: () => started.close()
  };
}

class PuppeteerTab implements Tab {
  readonly #page: Page;
  readonly #errors: string[] = [];
  readonly #opened: Promise<Page>;

  readonly #isFirefox: boolean;

  constructor(page: Page, isFirefox: boolean) {
    this.#page = page;
    this.#isFirefox = isFirefox;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    this.#opened = new Promise((resolve) => page.once('popup', (opened) => resolve(opened!)));
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address, { timeout: 60_000 });
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async back(): Promise<void> {
    await this.#turnPage(-1);
  }

  async forward(): Promise<void> {
    await this.#turnPage(1);
  }

  /** Firefox does not tell its driver of a page that comes back as it was left: the driver’s own way would wait for ever. */
  async #turnPage(by: 1 | -1): Promise<void> {
    if (this.#isFirefox) await this.#page.evaluate((pages) => history.go(pages), by);
    else await (by < 0 ? this.#page.goBack() : this.#page.goForward());
  }

  evaluate<Args extends readonly unknown[], Result>(
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    return this.#page.evaluate(look as never, ...args) as Promise<Result>;
  }

  evaluateInFrame<Args extends readonly unknown[], Result>(
    frame: string,
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    return this.#page
      .waitForFrame((child) => child.url().includes(frame))
      .then((found) => found.evaluate(look as never, ...args) as Promise<Result>);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key as KeyInput);
  }

  async wheel(px: number, [x, y]: Point): Promise<void> {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.wheel({ deltaY: px });
  }

  click([x, y]: Point): Promise<void> {
    return this.#page.mouse.click(x, y);
  }

  async drag([[x, y], ...path]: readonly [Point, ...Point[]]): Promise<void> {
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.down();
    for (const [toX, toY] of path) await this.#page.mouse.move(toX, toY);
    await this.#page.mouse.up();
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#page.screenshot());
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.#page.pdf());
  }

  async popup(): Promise<Tab> {
    return new PuppeteerTab(await this.#opened, this.#isFirefox);
  }

  async watchMemory(): Promise<(() => Promise<Memory>) | null> {
    if (this.#isFirefox) return null;
    await this.#page.evaluateOnNewDocument(countGpuObjects);
    const devTools = await this.#page.createCDPSession();
    return async () => {
      await devTools.send('HeapProfiler.collectGarbage');
      const { JSHeapUsedSize, JSEventListeners, Nodes } = await this.#page.metrics();
      const gpu = await this.evaluate(() =>
        (window as unknown as { gpuCount: () => GpuCount }).gpuCount()
      );
      return {
        heap: Math.round(JSHeapUsedSize! / 1e4) / 100,
        listeners: JSEventListeners!,
        nodes: Nodes!,
        ...gpu
      };
    };
  }

  errors(): readonly string[] {
    return this.#errors;
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
