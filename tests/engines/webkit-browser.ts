import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, By, Capabilities, Key, Origin, until, type WebDriver } from 'selenium-webdriver';
import { DriverService } from 'selenium-webdriver/remote/index.js';
import type { Browser, BrowserSettings, InPage, Point, Tab } from './engine.ts';

/** WebKit's own browser for tests, and the program that drives it. */
export interface WebKitPaths {
  readonly driver: string;
  readonly browser: string;
}

/** How long the browser takes over a step of a drag, ms. */
const dragStepMs = 10;

/** Starts WebKitGTK's MiniBrowser, by WebDriver. */
export async function startWebKit(
  { driver, browser }: WebKitPaths,
  env: NodeJS.ProcessEnv,
  { webGL, reducedMotion }: BrowserSettings
): Promise<Browser> {
  const config = mkdtempSync(join(tmpdir(), 'fulcrum-webkit-'));
  mkdirSync(join(config, 'gtk-3.0'));
  // What GTK does not animate, WebKit takes for the reader's wish.
  writeFileSync(
    join(config, 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`
  );
  const service = new DriverService.Builder(driver)
    .setLoopback(true)
    .setStdio(['ignore', 'ignore', 'inherit'])
    // Mesa’s software renderer, of Debian 12, crashes now and then where many threads draw by it.
    .setEnvironment({ ...env, XDG_CONFIG_HOME: config, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1' })
    .build();
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: browser,
      args: ['--automation', ...(webGL ? [] : ['--enable-webgl=false'])]
    }
  });
  const session = await new Builder()
    .usingServer(await service.start())
    .withCapabilities(capabilities)
    .build();
  await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  const known = new Set(await session.getAllWindowHandles());
  const [first] = known;
  return {
    newTab: async () => {
      await session.switchTo().window(first!);
      await session.switchTo().newWindow('window');
      return new WebKitTab(session, known, await session.getWindowHandle());
    },
    hasCrashed: () =>
      session.getAllWindowHandles().then(
        () => false,
        () => true
      ),
    close: async () => {
      // One that has crashed has no session to end.
      await session.quit().catch((error: unknown) => console.warn(error));
      await service.kill();
      rmSync(config, { recursive: true, force: true });
    }
  };
}

/** The characters by which WebDriver names keys that write nothing. */
const keys: Readonly<Record<string, string>> = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  Home: Key.HOME,
  End: Key.END,
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB
};

/** What Selenium’s actions can do and their types leave out. */
interface Scrolling {
  scroll(x: number, y: number, deltaX: number, deltaY: number, origin: string): Scrolling;
  perform(): Promise<void>;
}

class WebKitTab implements Tab {
  readonly #session: WebDriver;
  /** The windows of the session that have a tab here. */
  readonly #known: Set<string>;
  readonly #handle: string;
  /** All that the wheel has been turned by, px: WebKitWebDriver scrolls by what a turn differs from the one before. */
  #turned = 0;

  constructor(session: WebDriver, known: Set<string>, handle: string) {
    this.#session = session;
    this.#known = known;
    this.#handle = handle;
    known.add(handle);
  }

  /** The session, led to this tab. */
  async #here(): Promise<WebDriver> {
    await this.#session.switchTo().window(this.#handle);
    return this.#session;
  }

  async open(address: string): Promise<void> {
    await (await this.#here()).get(address);
  }

  async reload(): Promise<void> {
    await (await this.#here()).navigate().refresh();
  }

  async back(): Promise<void> {
    await (await this.#here()).navigate().back();
  }

  async forward(): Promise<void> {
    await (await this.#here()).navigate().forward();
  }

  async evaluate<Args extends readonly unknown[], Result>(
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    return run(await this.#here(), look, args);
  }

  async evaluateInFrame<Args extends readonly unknown[], Result>(
    frame: string,
    look: InPage<Args, Result>,
    ...args: Args
  ): Promise<Result> {
    const session = await this.#here();
    await session
      .switchTo()
      .frame(session.wait(until.elementLocated(By.css(`iframe[src*="${frame}"]`)), 10_000));
    return run(session, look, args);
  }

  async press(key: string): Promise<void> {
    await (
      await this.#here()
    )
      .actions()
      .sendKeys(keys[key] ?? key)
      .perform();
  }

  async wheel(px: number, [x, y]: Point): Promise<void> {
    const actions = (await this.#here()).actions() as ReturnType<WebDriver['actions']> & Scrolling;
    this.#turned += px;
    await actions.scroll(x, y, 0, this.#turned, Origin.VIEWPORT).perform();
  }

  async click([x, y]: Point): Promise<void> {
    await (await this.#here()).actions().move({ x, y, duration: 0 }).click().perform();
  }

  async drag([[x, y], ...path]: readonly [Point, ...Point[]]): Promise<void> {
    let actions = (await this.#here()).actions().move({ x, y, duration: 0 }).press();
    for (const [toX, toY] of path) actions = actions.move({ x: toX, y: toY, duration: dragStepMs });
    await actions.release().perform();
  }

  async resize(width: number, height: number): Promise<void> {
    const session = await this.#here();
    const inside = () => run(session, () => [innerWidth, innerHeight] as const, []);
    const fits = async () => String(await inside()) === String([width, height]);
    const window = session.manage().window();
    for (let tries = 0; !(await fits()); tries++) {
      const [nowWidth, nowHeight] = await inside();
      if (tries === 3) {
        throw new Error(`expected ${width}×${height} px, got ${nowWidth}×${nowHeight} px`);
      }
      const outside = await window.getRect();
      await window.setRect({
        x: 0,
        y: 0,
        width: outside.width + width - nowWidth,
        height: outside.height + height - nowHeight
      });
      // The page hears of it later.
      await session.wait(fits, 2000).catch(() => {});
    }
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await (await this.#here()).takeScreenshot(), 'base64');
  }

  print(): Promise<never> {
    return Promise.reject(new Error('WebKitWebDriver has no command that prints'));
  }

  async popup(): Promise<Tab> {
    const opened = await this.#session.wait(async () => {
      const handles = await this.#session.getAllWindowHandles();
      return handles.find((handle) => !this.#known.has(handle)) ?? false;
    }, 10_000);
    return new WebKitTab(this.#session, this.#known, opened as string);
  }

  watchMemory(): Promise<null> {
    return Promise.resolve(null);
  }

  errors(): null {
    // WebKitWebDriver does not tell what a page logs.
    return null;
  }

  async close(): Promise<void> {
    await (await this.#here()).close();
  }
}

/** Runs a function in the page or frame that the session is in. */
async function run<Args extends readonly unknown[], Result>(
  session: WebDriver,
  look: InPage<Args, Result>,
  args: Args
): Promise<Result> {
  const answer: { result: Result } | { error: string } = await session.executeAsyncScript(
    `const answer = arguments[arguments.length - 1];
     Promise.resolve()
       .then(() => (${look.toString()})(...arguments[0]))
       .then((result) => answer({ result }), (error) => answer({ error: String(error) }));`,
    args
  );
  if ('error' in answer) throw new Error(answer.error);
  return answer.result;
}
